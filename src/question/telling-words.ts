import type { Wording } from '../index/wording.ts';
import { isFunctionWord } from '../text/function-words.ts';

/** A word that says what is asked for: neither grammar nor a name. */
export type TellingWord = { readonly word: string; readonly stem: string };

export function tellingWords({ words, stems, named }: Pick<Wording, 'words' | 'stems' | 'named'>): TellingWord[] {
  return words.flatMap((word, at) => (named[at] || isFunctionWord(word) ? [] : [{ word, stem: stems[at] ?? word }]));
}
