import { foldText } from '../src/text/fold-text.ts';
import { isFunctionWord } from '../src/text/function-words.ts';
import { isMonthName } from './layoff-event.ts';
import { between, pick, type Random } from './random.ts';

const SHORTEST = 4;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const KINDS = ['swap', 'drop', 'double', 'substitute'] as const;

/** Misspells that many words of a text, names and content words only, each once; digits and dates stay as they are. */
export function addTypos(text: string, count: number, random: Random): string {
  const words = text.split(' ');
  const places = words.flatMap((word, at) => (mayHoldTypo(word) ? [at] : []));
  for (let done = 0; done < count && places.length > 0; done++) {
    const [place] = places.splice(between(random, 0, places.length - 1), 1);
    if (place !== undefined) words[place] = misspell(words[place] ?? '', random);
  }
  return words.join(' ');
}

function mayHoldTypo(word: string): boolean {
  const folded = foldText(word);
  return new RegExp(`^[a-z]{${SHORTEST},}[?,:]?$`).test(folded) && !isFunctionWord(folded) && !isMonthName(foldText(word));
}

function misspell(word: string, random: Random): string {
  const letters = word.match(/^\p{L}+/u)?.[0].length ?? 0;
  let misspelt = word;
  while (misspelt === word) misspelt = changeAt(word, between(random, 0, letters - 2), random);
  return misspelt;
}

function changeAt(word: string, at: number, random: Random): string {
  const [before, letter, next, after] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)];
  switch (pick(random, KINDS)) {
    case 'swap':
      return before + next + letter + after;
    case 'drop':
      return before + next + after;
    case 'double':
      return before + letter + letter + next + after;
    case 'substitute':
      return before + LETTERS.charAt(between(random, 0, LETTERS.length - 1)) + next + after;
  }
}
