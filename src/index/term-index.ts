/** A term found in a text, by the positions of its first word and of the word behind its last. */
export type TermHit<T> = { readonly value: T; readonly start: number; readonly end: number };

/** Multi-word terms, found in a list of words by hash look-ups of its runs. */
export class TermIndex<T> {
  readonly #values = new Map<string, T[]>();
  #longest = 0;

  add(words: readonly string[], value: T): void {
    if (words.length === 0) return;
    const key = words.join(' ');
    const values = this.#values.get(key);
    if (values === undefined) this.#values.set(key, [value]);
    else if (!values.includes(value)) values.push(value);
    this.#longest = Math.max(this.#longest, words.length);
  }

  get(words: readonly string[]): readonly T[] {
    return this.#values.get(words.join(' ')) ?? [];
  }

  /** Every term in the text, overlapping ones included, longest first at each place. */
  find(words: readonly string[]): TermHit<T>[] {
    const hits: TermHit<T>[] = [];
    for (let start = 0; start < words.length; start++) {
      for (let end = Math.min(words.length, start + this.#longest); end > start; end--) {
        const key = end === start + 1 ? (words[start] ?? '') : words.slice(start, end).join(' ');
        for (const value of this.#values.get(key) ?? []) hits.push({ value, start, end });
      }
    }
    return hits;
  }
}
