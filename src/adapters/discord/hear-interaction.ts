import { type CommandInteraction, type Interaction, MessageFlags } from 'discord.js';
import type { Audience, Incoming, Request } from '../../bot/incoming.ts';
import { type AdapterParts, PLATFORM, PREFIX } from './adapter-parts.ts';
import { completeOption } from './complete-option.ts';
import { deferInTime, type OnMessage } from './defer-in-time.ts';
import { deliverToInteraction } from './deliver-to-interaction.ts';
import { personOfInteraction } from './person.ts';
import { placeOfInteraction } from './place.ts';
import { readCommand } from './read-command.ts';
import { readForm } from './read-form.ts';
import { readableText } from './readable-text.ts';
import { isDirect, threadOfInteraction } from './thread-keys.ts';

/** Answers commands, choices from menus, presses of buttons, forms, and what Discord asks while somebody types. */
export async function hearInteraction(interaction: Interaction, parts: AdapterParts): Promise<void> {
  if (interaction.isAutocomplete()) return completeOption(interaction, parts);
  if (interaction.isButton()) return hearOnMessage(interaction, { kind: 'press', action: interaction.customId }, parts);
  if (interaction.isModalSubmit() && interaction.isFromMessage()) return hearOnMessage(interaction, readForm(interaction), parts);
  if (interaction.isChatInputCommand()) {
    const request = readCommand(interaction, parts.bot.commands);
    // Reloading may take longer than Discord waits for a first answer.
    if (parts.bot.commands.some(({ name, admin, alone }) => (admin || alone) && name === request.name))
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    return receive(interaction, request, isDirect(interaction) ? 'public' : 'private', threadOfInteraction(interaction), parts);
  }
  if (interaction.isMessageContextMenuCommand()) {
    const request = { kind: 'question', text: readableText(interaction.targetMessage.content) } as const;
    return receive(interaction, request, 'private', threadOfInteraction(interaction), parts);
  }
}

/** What was asked in private is answered in private. */
async function hearOnMessage(interaction: OnMessage, request: Request, parts: AdapterParts): Promise<void> {
  const { message } = interaction;
  const audience = message.flags.has(MessageFlags.Ephemeral) ? 'private' : 'public';
  const thread = parts.sent.threadOf(message.id) ?? threadOfInteraction(interaction);
  const settle = deferInTime(interaction);
  const deliver = deliverToInteraction(interaction, thread, parts);
  try {
    await parts.reception.receive(incomingOf(interaction, request, audience, thread, parts), async (outgoing) => {
      await settle();
      await deliver(outgoing);
    });
  } finally {
    await settle();
  }
}

function receive(interaction: CommandInteraction, request: Request, audience: Audience, thread: string, parts: AdapterParts): Promise<void> {
  return parts.reception.receive(incomingOf(interaction, request, audience, thread, parts), deliverToInteraction(interaction, thread, parts));
}

function incomingOf(
  interaction: CommandInteraction | OnMessage,
  request: Request,
  audience: Audience,
  thread: string,
  admins: Pick<AdapterParts, 'admins' | 'localAdmins'>,
): Incoming {
  const person = personOfInteraction(interaction, admins);
  const place = placeOfInteraction(interaction);
  return { delivery: `discord:${interaction.id}`, platform: PLATFORM, person, thread, place, under: null, request, audience, prefix: PREFIX };
}
