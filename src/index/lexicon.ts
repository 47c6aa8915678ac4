import type { Concept } from '../facts/topic.ts';
import type { Language } from '../text/language.ts';
import { stemWord } from '../text/stem-word.ts';
import { tokenise } from '../text/tokenise.ts';
import { SpellingIndex } from './spelling-index.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Wording } from './wording.ts';

/** No single word says more than this (in nats) about the language. */
const STRONGEST_LEAN = 1.5;

const SHORTEST_MENDED = 4;
/** A word that fewer phrasings have may still be a misspelt name. */
const USUAL = 3;

/** The words of all phrasings: which there are, and in which language people use them. */
export class Lexicon {
  readonly #stems = new Set<string>();
  readonly #counts = new Map<string, Record<Language, number>>();

  add(wording: Wording, language: Language): void {
    for (const [at, word] of wording.words.entries()) {
      if (wording.named[at]) continue;
      this.#stems.add(wording.stems[at] ?? word);
      const count = this.#counts.get(word);
      if (count) count[language]++;
      else this.#counts.set(word, { en: language === 'en' ? 1 : 0, fr: language === 'fr' ? 1 : 0 });
    }
  }

  /** Words and stems of the phrasings (names aside) and of the concepts' terms; in the spelling, those that are used most come first. */
  vocabulary(concepts: readonly Concept[]): Vocabulary {
    const uses = new Map([...this.#counts].map(([word, { en, fr }]) => [word, en + fr]));
    const stems = new Set(this.#stems);
    const words = new Set([...uses].filter(([, count]) => count >= USUAL).map(([word]) => word));
    for (const { terms } of concepts) {
      for (const term of [...terms.en, ...terms.fr]) {
        for (const word of tokenise(term)) {
          words.add(word);
          stems.add(stemWord(word));
        }
      }
    }
    const byUse = [...words].sort((left, right) => (uses.get(right) ?? 0) - (uses.get(left) ?? 0));
    return { words, stems, spelling: new SpellingIndex(byUse, SHORTEST_MENDED) };
  }

  /** By word: how much it is English (positive) or French (negative). */
  leans(): Map<string, number> {
    return new Map(
      [...this.#counts].map(([word, { en, fr }]) => [word, Math.max(-STRONGEST_LEAN, Math.min(STRONGEST_LEAN, Math.log((en + 0.5) / (fr + 0.5))))]),
    );
  }

  /** How much a text's words are English (positive) or French (negative). */
  languageLean(): (words: readonly string[]) => number {
    return leanBy(this.leans());
  }
}

/** @param leans by word, as `Lexicon.leans` gives them */
export function leanBy(leans: ReadonlyMap<string, number>): (words: readonly string[]) => number {
  return (words) => words.reduce((sum, word) => sum + (leans.get(word) ?? 0), 0);
}
