import { editDistance } from './edit-distance.ts';

/**
 * Symmetric-delete index: every word is filed under itself and under each form with up to two letters left out;
 * a misspelt word meets its correction under a form that both share, without trying the alphabet.
 *
 *     klarma ─ delete m ─▶ klara ◀─ delete n ─ klarna
 *
 * Only the first letters are indexed, so that long words do not blow it up.
 */
const PREFIX = 7;

const SHORTEST_NAME = 5;
const TWO_TYPOS_FROM = 6;

export type Correction = { readonly word: string; readonly distance: number };

export class SpellingIndex {
  readonly #forms = new Map<string, string | string[]>();
  readonly #words = new Set<string>();

  readonly #shortest: number;

  /** @param shortest words of fewer letters are neither mended nor mended to: they turn into each other too easily */
  constructor(words: Iterable<string>, shortest: number = SHORTEST_NAME) {
    this.#shortest = shortest;
    for (const word of words) this.#add(word);
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  /** Nearest words, all at the smallest distance found; nothing for short words. */
  correct(word: string, limit: number = allowedTypos(word, this.#shortest)): Correction[] {
    if (this.#words.has(word)) return [{ word, distance: 0 }];
    if (limit === 0) return [];
    let best = limit;
    const found = new Map<string, number>();
    for (const form of deletions(word.slice(0, PREFIX), limit)) {
      const filed = this.#forms.get(form);
      for (const candidate of filed === undefined ? [] : typeof filed === 'string' ? [filed] : filed) {
        if (found.has(candidate)) continue;
        const distance = editDistance(word, candidate, Math.min(best, allowedTypos(candidate, this.#shortest)));
        if (distance > Math.min(best, allowedTypos(candidate, this.#shortest))) continue;
        // Two typos hardly ever hit the first letter, and words that differ there as well are other words.
        if (distance > 1 && word[0] !== candidate[0]) continue;
        found.set(candidate, distance);
        best = Math.min(best, distance);
      }
    }
    return [...found].filter(([, distance]) => distance === best).map(([candidate, distance]) => ({ word: candidate, distance }));
  }

  #add(word: string): void {
    if (this.#words.has(word)) return;
    this.#words.add(word);
    for (const form of deletions(word.slice(0, PREFIX), allowedTypos(word, this.#shortest))) {
      const filed = this.#forms.get(form);
      if (filed === undefined) this.#forms.set(form, word);
      else if (typeof filed === 'string') this.#forms.set(form, [filed, word]);
      else filed.push(word);
    }
  }
}

/** Short words turn into other words too easily. */
export function allowedTypos(word: string, shortest: number): number {
  if (word.length < shortest || /\d/.test(word)) return 0;
  return word.length < TWO_TYPOS_FROM ? 1 : 2;
}

function deletions(word: string, depth: number): Set<string> {
  const forms = new Set([word]);
  let last = [word];
  for (let level = 0; level < depth; level++) {
    const next: string[] = [];
    for (const form of last) {
      for (let at = 0; at < form.length; at++) {
        const shorter = form.slice(0, at) + form.slice(at + 1);
        if (!forms.has(shorter)) {
          forms.add(shorter);
          next.push(shorter);
        }
      }
    }
    last = next;
  }
  return forms;
}
