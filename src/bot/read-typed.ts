import { editDistance } from '../index/edit-distance.ts';
import type { Command } from './command.ts';
import { type GivenOptions, parseOptions } from './given-options.ts';

export type Typed =
  | { readonly kind: 'help' }
  | { readonly kind: 'command'; readonly name: string; readonly given: GivenOptions }
  | { readonly kind: 'question'; readonly text: string; readonly public: boolean };

const PUBLIC = /(?:^|\s)public:(?:true|yes|oui|on|1)(?=\s|$)/iu;
/** A single word that is this near to a command's name was meant for it. */
const MISTYPED = 2;
const SHORTEST_MISTYPED = 4;

/**
 * Tells a command line from a question that begins with the name of a command: "company klarna", but "company cars at Klarna?".
 * @param accepts whether a command can do with these options
 */
export function readTyped(text: string, commands: readonly Command[], accepts: (command: Command, given: GivenOptions) => boolean): Typed {
  const isPublic = PUBLIC.test(text);
  const bare = text.replace(PUBLIC, ' ').trim();
  if (bare === '') return { kind: 'help' };
  const [, first = '', rest = ''] = /^(\S+)\s*(.*)$/su.exec(bare) ?? [];
  const command = commands.find(({ name }) => name === first.toLowerCase());
  if (command) {
    const given = parseOptions(rest, command);
    if (rest === '' || accepts(command, given)) {
      return { kind: 'command', name: command.name, given: isPublic ? new Map([...given, ['public', ['true']]]) : given };
    }
  }
  if (rest === '' && !command && isMistyped(first, commands)) return { kind: 'command', name: first, given: new Map() };
  return { kind: 'question', text: bare.replace(/^question:/iu, '').trim(), public: isPublic };
}

function isMistyped(word: string, commands: readonly Command[]): boolean {
  const typed = word.toLowerCase();
  return typed.length >= SHORTEST_MISTYPED && commands.some(({ name }) => editDistance(typed, name, MISTYPED) <= MISTYPED);
}
