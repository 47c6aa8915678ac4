import { type ButtonInteraction, type CommandInteraction, type Interaction, MessageFlags } from 'discord.js';
import type { Audience, Request } from '../../bot/incoming.ts';
import { type AdapterParts, PLATFORM, PREFIX } from './adapter-parts.ts';
import { completeOption } from './complete-option.ts';
import { deliverToInteraction } from './deliver-to-interaction.ts';
import { personOfInteraction } from './person.ts';
import { readCommand } from './read-command.ts';
import { readableText } from './readable-text.ts';
import { isDirect, threadOfInteraction } from './thread-keys.ts';

/** Answers commands, choices from menus, presses of buttons, and what Discord asks while somebody types. */
export async function hearInteraction(interaction: Interaction, parts: AdapterParts): Promise<void> {
  if (interaction.isAutocomplete()) return completeOption(interaction, parts);
  if (interaction.isButton()) return hearPress(interaction, parts);
  if (interaction.isChatInputCommand()) {
    const request = readCommand(interaction, parts.bot.commands);
    // Reloading may take longer than Discord waits for a first answer.
    if (parts.bot.commands.some(({ name, admin }) => admin && name === request.name)) await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    return receive(interaction, request, isDirect(interaction) ? 'public' : 'private', threadOfInteraction(interaction), parts);
  }
  if (interaction.isMessageContextMenuCommand()) {
    const request = { kind: 'question', text: readableText(interaction.targetMessage.content) } as const;
    return receive(interaction, request, 'private', threadOfInteraction(interaction), parts);
  }
}

/** What was asked in private is answered in private. */
async function hearPress(interaction: ButtonInteraction, parts: AdapterParts): Promise<void> {
  const { message, customId } = interaction;
  const isPrivate = message.flags.has(MessageFlags.Ephemeral);
  const thread = parts.sent.threadOf(message.id) ?? threadOfInteraction(interaction);
  await receive(interaction, { kind: 'press', action: customId }, isPrivate ? 'private' : 'public', thread, parts);
}

function receive(
  interaction: CommandInteraction | ButtonInteraction,
  request: Request,
  audience: Audience,
  thread: string,
  parts: AdapterParts,
): Promise<void> {
  const person = personOfInteraction(interaction, parts.admins);
  const incoming = { delivery: `discord:${interaction.id}`, platform: PLATFORM, person, thread, request, audience, prefix: PREFIX };
  return parts.reception.receive(incoming, deliverToInteraction(interaction, thread, parts));
}
