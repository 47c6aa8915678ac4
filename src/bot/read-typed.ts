import { editDistance } from '../index/edit-distance.ts';
import type { Command } from './command.ts';
import { type GivenOptions, parseOptions } from './given-options.ts';

export type Typed =
  | { readonly kind: 'help' }
  | { readonly kind: 'command'; readonly name: string; readonly given: GivenOptions }
  | { readonly kind: 'question'; readonly text: string; readonly public: boolean };

/** As a flag, or with a word for yes or `no`. */
const PUBLIC = /(?:^|\s)(?:--public|(?:--)?public[:=](?:(?<no>false|no|non|off|0)|true|yes|oui|on|1))(?=\s|$)/giu;
/** A single word that differs in no more than one of so many letters from a command's name was meant for it: "halp", but not "hello". */
const LETTERS_A_TYPO = 4;
const LONGEST_NAME = 40;

/**
 * Tells a command line from a question that begins with the name of a command: "company klarna", but "company cars at Klarna?".
 * @param accepts whether a command can do with these options
 */
export function readTyped(text: string, commands: readonly Command[], accepts: (command: Command, given: GivenOptions) => boolean): Typed {
  const asked = [...text.matchAll(PUBLIC)];
  const isPublic = asked.length > 0 && asked.every(({ groups }) => groups?.['no'] === undefined);
  const bare = text.replace(PUBLIC, ' ').trim();
  if (bare === '') return { kind: 'help' };
  const [, first = '', rest = ''] = /^(\S+)\s*(.*)$/su.exec(bare) ?? [];
  const word = rest === '' ? withoutMarks(first.toLowerCase()) : first.toLowerCase();
  const command = commands.find(({ name }) => name === word);
  if (command) {
    const given = parseOptions(rest, command);
    if (rest === '' || accepts(command, given)) {
      return { kind: 'command', name: command.name, given: isPublic ? new Map([...given, ['public', ['true']]]) : given };
    }
  }
  if (rest === '' && !command && isMistyped(word, commands)) return { kind: 'command', name: word, given: new Map() };
  const question = bare.replace(/^question:/iu, '').trim();
  return question === '' ? { kind: 'help' } : { kind: 'question', text: question, public: isPublic };
}

/** "help?" is "help"; what is longer than any command's name is left as it is. */
function withoutMarks(word: string): string {
  return word.length > LONGEST_NAME ? word : word.replace(/[?!.…]+$/u, '');
}

function isMistyped(word: string, commands: readonly Command[]): boolean {
  const most = Math.floor(word.length / LETTERS_A_TYPO);
  return most > 0 && commands.some(({ name }) => editDistance(word, name, most) <= most);
}
