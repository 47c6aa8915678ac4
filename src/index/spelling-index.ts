import { deletionHashes } from './deletion-hashes.ts';
import { editDistance } from './edit-distance.ts';

/**
 * Symmetric-delete index: every word is filed under itself and under each form with up to two letters left out;
 * a misspelt word meets its correction under a form that both share, without trying the alphabet.
 *
 *     klarma ─ delete m ─▶ klara ◀─ delete n ─ klarna
 *
 * Forms are filed by hash alone: words that meet by chance are told apart by their distance, which is measured anyway.
 */
export type SpellingState = {
  readonly shortest: number;
  readonly words: readonly string[];
  /** By the last bits of a form's hash: where its words begin in `filed`; one more at the end. A power of two and one. */
  readonly starts: Uint32Array;
  /** Word numbers. */
  readonly filed: Uint32Array;
};

const SHORTEST_NAME = 5;
const TWO_TYPOS_FROM = 6;

export type Correction = { readonly word: string; readonly distance: number };

export class SpellingIndex {
  readonly state: SpellingState;
  readonly #words: ReadonlySet<string>;
  readonly #mask: number;

  /** @param shortest words of fewer letters are neither mended nor mended to: they turn into each other too easily */
  constructor(words: Iterable<string>, shortest: number = SHORTEST_NAME, state: SpellingState = fileWords([...new Set(words)], shortest)) {
    this.state = state;
    this.#words = new Set(state.words);
    this.#mask = state.starts.length - 2;
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  /** Nearest words, all at the smallest distance found, in the order in which they were given; nothing for short words. */
  correct(word: string, limit: number = allowedTypos(word, this.state.shortest)): Correction[] {
    if (this.#words.has(word)) return [{ word, distance: 0 }];
    if (limit === 0) return [];
    let best = limit;
    const found = new Map<string, number>();
    for (const number of this.#candidates(word, limit)) {
      const candidate = this.state.words[number] ?? '';
      const most = Math.min(best, allowedTypos(candidate, this.state.shortest));
      const distance = editDistance(word, candidate, most);
      // Two typos hardly ever hit the first letter, and words that differ there as well are other words.
      if (distance > most || (distance > 1 && word[0] !== candidate[0])) continue;
      found.set(candidate, distance);
      best = distance;
    }
    return [...found].filter(([, distance]) => distance === best).map(([candidate, distance]) => ({ word: candidate, distance }));
  }

  #candidates(word: string, limit: number): number[] {
    const { starts, filed } = this.state;
    const candidates = new Set<number>();
    for (const hash of deletionHashes(word, limit)) {
      const bucket = hash & this.#mask;
      const end = starts[bucket + 1] ?? 0;
      for (let entry = starts[bucket] ?? 0; entry < end; entry++) candidates.add(filed[entry] ?? 0);
    }
    return [...candidates].sort((left, right) => left - right);
  }
}

/** Short words turn into other words too easily. */
export function allowedTypos(word: string, shortest: number): number {
  if (word.length < shortest || /\d/.test(word)) return 0;
  return word.length < TWO_TYPOS_FROM ? 1 : 2;
}

/** Many words have fewer: a table that is not full keeps words that only meet by chance apart. */
const FORMS_A_WORD = 16;

function fileWords(words: readonly string[], shortest: number): SpellingState {
  const hashes = words.map((word) => deletionHashes(word, allowedTypos(word, shortest)));
  const buckets = 2 ** Math.ceil(Math.log2(Math.max(1, words.length) * FORMS_A_WORD));
  const mask = buckets - 1;
  const starts = new Uint32Array(buckets + 1);
  for (const forms of hashes) for (const hash of forms) starts[(hash & mask) + 1] = (starts[(hash & mask) + 1] ?? 0) + 1;
  for (let bucket = 0; bucket < buckets; bucket++) starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  const next = starts.slice();
  const filed = new Uint32Array(starts[buckets] ?? 0);
  for (const [number, forms] of hashes.entries()) {
    for (const hash of forms) {
      const place = next[hash & mask] ?? 0;
      filed[place] = number;
      next[hash & mask] = place + 1;
    }
  }
  return { shortest, words, starts, filed };
}
