import { type Message, PermissionFlagsBits, type SendableChannels, SnowflakeUtil } from 'discord.js';
import type { Deliver } from '../../bot/reception.ts';
import { describeError } from '../../log.ts';
import type { AdapterParts } from './adapter-parts.ts';
import { cannotReply, mayNotWrite } from './api-errors.ts';
import { type ReadyMessage, readyMessages } from './ready-messages.ts';
import type { Allowed } from './render-block.ts';
import { repeatLost } from './repeat-lost.ts';

/** Answers a message where all can see it, as a reply; where the bot may not write there, in a direct message. */
export function deliverToMessage(message: Message, thread: string, drawing: Pick<AdapterParts, 'sent' | 'log' | 'drawChart'>): Deliver {
  const { sent, log } = drawing;
  return async (outgoing) => {
    if (outgoing.kind !== 'say' || !message.channel.isSendable()) return;
    const parts = await readyMessages(outgoing.reply, drawing, { allowed: allowedIn(message) });
    try {
      sent.note(await reply(message, message.channel, parts), thread);
    } catch (error) {
      if (!mayNotWrite(error)) throw error;
      log.warn({ channel: message.channelId, error: describeError(error) }, 'not allowed to answer there');
      if (message.inGuild()) await tellDirectly(message, parts, log);
    }
  };
}

/** Without the permission, Discord drops embeds and says nothing, and refuses messages with files. */
function allowedIn(message: Message): Allowed {
  const permissions = message.inGuild() ? message.channel.permissionsFor(message.client.user) : null;
  const files = permissions?.has(PermissionFlagsBits.AttachFiles) ?? true;
  return { embeds: permissions?.has(PermissionFlagsBits.EmbedLinks) ?? true, files, charts: files };
}

/** @returns ids of the messages, in order */
async function reply(message: Message, channel: SendableChannels, [first, ...rest]: readonly ReadyMessage[]): Promise<string[]> {
  if (first === undefined) return [];
  const shown = [await sendOnce(first, (body) => message.reply(body)).catch((error: unknown) => sendInstead(error, channel, first))];
  for (const part of rest) shown.push(await sendOnce(part, (body) => channel.send(body)));
  return shown.map(({ id }) => id);
}

/** Replying takes a permission more than writing. */
function sendInstead(error: unknown, channel: SendableChannels, first: ReadyMessage): Promise<Message> {
  if (!cannotReply(error)) throw error;
  return sendOnce(first, (body) => channel.send(body));
}

async function tellDirectly({ author }: Message, parts: readonly ReadyMessage[], log: AdapterParts['log']): Promise<void> {
  try {
    for (const part of parts) await sendOnce(part, (body) => author.send(body));
  } catch (error) {
    if (!mayNotWrite(error)) throw error;
    log.warn({ error: describeError(error) }, 'nor to write to the person');
  }
}

/** Discord takes a message with the same nonce once, however often it is sent. */
function sendOnce(message: ReadyMessage, send: (body: ReadyMessage & { readonly nonce: string }) => Promise<Message>): Promise<Message> {
  const body = { ...message, nonce: SnowflakeUtil.generate().toString() };
  return repeatLost(() => send(body));
}
