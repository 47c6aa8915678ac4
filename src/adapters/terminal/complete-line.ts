import type { Command } from '../../bot/command.ts';

/**
 * The tabulator key: names of commands, then names of companies where the command takes one.
 * @returns what could be written, and the part of the line that it would stand for
 */
export function completeLine(line: string, prefix: string, commands: readonly Command[], companies: readonly string[]): [string[], string] {
  if (!line.startsWith(prefix)) return [[], line];
  const [name = '', ...words] = line.slice(prefix.length).toLowerCase().split(/\s+/);
  if (words.length === 0) return [commands.map((command) => `${prefix}${command.name} `).filter((written) => written.startsWith(`${prefix}${name}`)), line];
  const command = commands.find((one) => one.name === name);
  if (command?.options[0]?.kind !== 'company') return [[], line];
  const typed = words.at(-1) ?? '';
  return [companies.map((company) => `${company.toLowerCase()} `).filter((company) => company.startsWith(typed)), typed];
}
