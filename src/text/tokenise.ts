import { foldText } from './fold-text.ts';

/** Elided French words and English contractions are opened, so that "l'IA" is "ia" and "didn't" is "did not". */
function openContractions(folded: string): string {
  if (!folded.includes("'")) return folded;
  return folded
    .replace(/\b(?:won't|can't)\b/g, (word) => (word === "won't" ? 'will not' : 'can not'))
    .replace(/n't\b/g, ' not')
    .replace("aujourd'hui", 'aujourdhui')
    .replace(/\b(?:l|d|j|m|t|s|c|n|qu|jusqu|lorsqu|puisqu)'/g, ' ')
    .replace(/'(?:s|re|ve|ll|d|m)\b/g, ' ')
    .replace(/'/g, ' ');
}

/** Digit groups closed and multipliers spelled the same way: "3 800" → "3800", "66 %" → "66%". */
function closeNumbers(folded: string): string {
  if (!/\d/.test(folded)) return folded;
  return folded.replace(/(\d)[ .,'](?=\d{3}(?!\d))/g, '$1').replace(/(\d) ?%/g, '$1%');
}

/** The words of a text, folded: letters and digits only, in order. */
export function tokenise(text: string): string[] {
  return tokeniseFolded(foldText(text));
}

/** As `tokenise`, for a text that is folded already. */
export function tokeniseFolded(folded: string): string[] {
  return closeNumbers(openContractions(folded)).match(/[\p{L}\p{N}]+(?:[.,]\d+)?%?/gu) ?? [];
}
