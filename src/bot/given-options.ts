import type { Command } from './command.ts';

/** What somebody gave for each option, as they wrote it; under the empty name what belongs to none. */
export type GivenOptions = ReadonlyMap<string, readonly string[]>;

const NAMED = /^(?:--)?([a-z][a-z-]*)[:=](.*)$/su;
const FLAG = /^--([a-z][a-z-]*)$/u;

/**
 * Reads what was typed after a command's name: `klarna fiverr`, `question:why public:true`, `--public`.
 * Words without a name belong to the first option. Where that is free text, only the command's own names count as names.
 */
export function parseOptions(text: string, { options }: Pick<Command, 'options'>): GivenOptions {
  const [first] = options;
  const given = new Map<string, string[]>();
  let current = first?.name ?? '';
  for (const word of text.split(/\s+/u).filter((part) => part !== '')) {
    const name = NAMED.exec(word)?.[1] ?? FLAG.exec(word)?.[1];
    const option = options.find((candidate) => candidate.name === name);
    if (name === undefined || (option === undefined && first?.kind === 'text')) push(given, current, word);
    else {
      push(given, name, FLAG.test(word) ? 'true' : (NAMED.exec(word)?.[2] ?? ''));
      current = option?.kind === 'boolean' ? (first?.name ?? '') : name;
    }
  }
  return new Map([...given].map(([name, words]) => [name, [words.join(' ').trim()]]));
}

function push(given: Map<string, string[]>, name: string, word: string): void {
  const words = given.get(name);
  if (words === undefined) given.set(name, [word]);
  else words.push(word);
}
