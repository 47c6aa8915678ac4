import { type CommandInteraction, MessageFlags } from 'discord.js';
import type { Audience } from '../../bot/incoming.ts';
import type { Outgoing } from '../../bot/outgoing.ts';
import type { Deliver } from '../../bot/reception.ts';
import { describeError } from '../../log.ts';
import type { AdapterParts } from './adapter-parts.ts';
import { isGone, isTooLate } from './api-errors.ts';
import type { OnMessage } from './defer-in-time.ts';
import { type ReadyMessage, readyMessages } from './ready-messages.ts';
import { renderForm } from './render-form.ts';
import { repeatLost } from './repeat-lost.ts';

type Answerable = CommandInteraction | OnMessage;
type Parts = Pick<AdapterParts, 'sent' | 'log' | 'drawChart'>;

/** Answers a command, a press of a button or a form. Where Discord no longer waits for the answer, that is logged: nobody would see more. */
export function deliverToInteraction(interaction: Answerable, thread: string, parts: Parts): Deliver {
  const { sent, log } = parts;
  return async (outgoing) => {
    try {
      const shown = await show(outgoing, interaction, parts);
      sent.note(shown, thread);
    } catch (error) {
      if (!isTooLate(error)) throw error;
      log.warn({ interaction: interaction.id, error: describeError(error) }, 'too late to answer');
    }
  };
}

/** @returns ids of the messages that everybody sees now */
async function show(outgoing: Outgoing, interaction: Answerable, parts: Parts): Promise<string[]> {
  if (outgoing.kind === 'say') return say(await readyMessages(outgoing.reply, parts), outgoing.audience, interaction);
  if (!isOnMessage(interaction)) return [];
  if (outgoing.kind === 'remove') await remove(interaction, parts);
  else if (outgoing.kind === 'replace') await replace(await readyMessages(outgoing.reply, parts), interaction);
  else if (interaction.isButton()) await interaction.showModal(renderForm(outgoing.form));
  return [];
}

function isOnMessage(interaction: Answerable): interaction is OnMessage {
  return !interaction.isCommand();
}

async function say(messages: readonly ReadyMessage[], audience: Audience, interaction: Answerable): Promise<string[]> {
  const shown: string[] = [];
  for (const message of messages) {
    const id = await repeatLost(() => sayOne(message, audience, interaction));
    if (id !== null && audience === 'public') shown.push(id);
  }
  return shown;
}

/** Who sees the first answer to a command is settled once it was deferred. What is private needs no id: nobody can reply to it. */
async function sayOne(message: ReadyMessage, audience: Audience, interaction: Answerable): Promise<string | null> {
  const body = audience === 'private' ? ({ ...message, flags: MessageFlags.Ephemeral } as const) : message;
  if (interaction.replied || (interaction.deferred && isOnMessage(interaction))) return (await interaction.followUp(body)).id;
  if (interaction.deferred) return (await interaction.editReply(message)).id;
  if (audience === 'private') {
    await interaction.reply(body);
    return null;
  }
  const response = await interaction.reply({ ...body, withResponse: true });
  return response.resource?.message?.id ?? null;
}

/** A reply that is longer goes on below. */
async function replace([first, ...rest]: readonly ReadyMessage[], interaction: OnMessage): Promise<void> {
  if (first === undefined) return;
  if (interaction.deferred) await interaction.editReply(first);
  else await interaction.update(first);
  const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
  for (const part of rest) await interaction.followUp(isPrivate ? { ...part, flags: MessageFlags.Ephemeral } : part);
}

/** All messages of the reply, as far as they are known. */
async function remove(interaction: OnMessage, { sent, log }: Parts): Promise<void> {
  if (!interaction.deferred) await interaction.deferUpdate();
  await interaction.deleteReply();
  const { channel, message } = interaction;
  for (const id of sent.siblingsOf(message.id)) {
    await channel?.messages.delete(id).catch((error: unknown) => {
      if (!isGone(error)) log.warn({ message: id, error: describeError(error) }, 'a part of an answer could not be removed');
    });
  }
}
