import type { Command, CommandOption } from './command.ts';

/** "/compare <companies…>": how a command is written where `prefix` stands before its name. */
export function usageOf({ name, options }: Command, prefix: string): string {
  return [`${prefix}${name}`, ...options.map(placeOf)].join(' ');
}

function placeOf({ name, kind, required, repeat }: CommandOption): string {
  const value = kind === 'boolean' ? `${name}:true` : `${name}${repeat ? '…' : ''}`;
  return required ? `<${value}>` : `[${value}]`;
}
