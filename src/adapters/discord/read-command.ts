import type { ChatInputCommandInteraction } from 'discord.js';
import type { Command } from '../../bot/command.ts';
import type { Request } from '../../bot/incoming.ts';
import { optionNameOf } from './repeated-option.ts';

/** A subcommand and what was given for its options: `company`, `company2` and so on are one option. */
export function readCommand(interaction: ChatInputCommandInteraction, commands: readonly Command[]): Extract<Request, { kind: 'command' }> {
  const name = interaction.options.getSubcommand(false) ?? interaction.commandName;
  const options = interaction.options.data.flatMap((option) => option.options ?? [option]);
  const given = new Map<string, string[]>();
  for (const option of options.filter(({ value }) => value !== undefined)) {
    const known = optionNameOf(option.name, commands.find((command) => command.name === name)?.options ?? []);
    given.set(known, [...(given.get(known) ?? []), String(option.value)]);
  }
  return { kind: 'command', name, given };
}
