/** A term found in a text, by the positions of its first word and of the word behind its last. */
export type TermHit<T> = { readonly value: T; readonly start: number; readonly end: number };

/**
 * A tree of words: terms that begin alike share their first nodes.
 *
 *     (0) ── open (1) ── ai (2: openai) ── company (3: openai)
 *       └─── ai (4: ai)
 */
export type TermIndexState<T> = {
  /** Number by word. */
  readonly words: Map<string, number>;
  /** Node by `branchKey`. */
  readonly branches: Map<number, number>;
  /** By node: the values of the term that ends there. */
  readonly values: T[][];
};

/** Multi-word terms, found in a list of words by following the tree; a word that is in no term ends every path. */
export class TermIndex<T> {
  readonly state: TermIndexState<T>;

  constructor(state: TermIndexState<T> = { words: new Map(), branches: new Map(), values: [[]] }) {
    this.state = state;
  }

  add(words: readonly string[], value: T): void {
    if (words.length === 0) return;
    const node = words.reduce((from, word) => this.#grow(from, word), ROOT);
    const values = this.state.values[node];
    if (values && !values.includes(value)) values.push(value);
  }

  /** Every term in the text, overlapping ones included, longest first at each place. */
  find(words: readonly string[]): TermHit<T>[] {
    const numbers = words.map((word) => this.state.words.get(word) ?? UNKNOWN);
    const hits: TermHit<T>[] = [];
    for (let start = 0; start < numbers.length; start++) this.#findAt(numbers, start, hits);
    return hits;
  }

  #findAt(numbers: readonly number[], start: number, hits: TermHit<T>[]): void {
    const here: TermHit<T>[] = [];
    let node = ROOT;
    for (let at = start; at < numbers.length; at++) {
      const number = numbers[at] ?? UNKNOWN;
      if (number === UNKNOWN) break;
      const next = this.state.branches.get(branchKey(node, number));
      if (next === undefined) break;
      node = next;
      for (const value of this.state.values[node] ?? []) here.push({ value, start, end: at + 1 });
    }
    for (let at = here.length - 1; at >= 0; at--) hits.push(...here.slice(at, at + 1));
  }

  #grow(from: number, word: string): number {
    const { words, branches, values } = this.state;
    const number = words.get(word) ?? words.size;
    words.set(word, number);
    const key = branchKey(from, number);
    const node = branches.get(key) ?? values.push([]) - 1;
    branches.set(key, node);
    return node;
  }
}

const ROOT = 0;
const UNKNOWN = -1;
/** More words than this would give two branches the same key. */
const MOST_WORDS = 2 ** 24;

function branchKey(node: number, word: number): number {
  return node * MOST_WORDS + word;
}
