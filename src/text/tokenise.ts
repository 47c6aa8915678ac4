import { closeDigits, DIGITS } from './digits.ts';
import { foldText } from './fold-text.ts';

/** Elided French words and English contractions are opened, so that "l'IA" is "ia" and "didn't" is "did not". */
function openContractions(folded: string): string {
  const open = folded.replace(/\bcannot\b/g, 'can not');
  if (!open.includes("'")) return open;
  return open
    .replace(/\b(?:won't|can't)\b/g, (word) => (word === "won't" ? 'will not' : 'can not'))
    .replace(/n't\b/g, ' not')
    .replaceAll("aujourd'hui", 'aujourdhui')
    .replace(/\b(?:l|d|j|m|t|s|c|n|qu|jusqu|lorsqu|puisqu)'/g, ' ')
    .replace(/'(?:s|re|ve|ll|d|m)\b/g, ' ')
    .replace(/'/g, ' ');
}

const NUMBERS = new RegExp(String.raw`(?<![a-z\d])(?:${DIGITS})`, 'g');

/** Digit groups closed and percentages spelled the same way: "3 800" → "3800", "66 %" → "66%". */
function closeNumbers(folded: string): string {
  if (!/\d/.test(folded)) return folded;
  return folded.replace(NUMBERS, closeDigits).replace(/(\d) ?%/g, '$1%');
}

/** The words of a text, folded: letters and digits only, in order. */
export function tokenise(text: string): string[] {
  return tokeniseFolded(foldText(text));
}

/** As `tokenise`, for a text that is folded already. */
export function tokeniseFolded(folded: string): string[] {
  return openContractions(closeNumbers(folded)).match(/[\p{L}\p{N}]+(?:[.,]\d+)?%?/gu) ?? [];
}
