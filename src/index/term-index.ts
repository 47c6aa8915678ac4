/** A term found in a text, by the positions of its first word and of the word behind its last. */
export type TermHit<T> = { readonly value: T; readonly start: number; readonly end: number };

type Entry<T> = { values: T[]; goesOn: boolean };

/** Multi-word terms, found in a list of words by hash look-ups of its runs; a run that begins no term is not followed. */
export class TermIndex<T> {
  readonly #entries = new Map<string, Entry<T>>();

  add(words: readonly string[], value: T): void {
    let key = '';
    for (const [at, word] of words.entries()) {
      key = at === 0 ? word : `${key} ${word}`;
      const entry = this.#entries.get(key) ?? { values: [], goesOn: false };
      this.#entries.set(key, entry);
      if (at < words.length - 1) entry.goesOn = true;
      else if (!entry.values.includes(value)) entry.values.push(value);
    }
  }

  /** Every term in the text, overlapping ones included, longest first at each place. */
  find(words: readonly string[]): TermHit<T>[] {
    const hits: TermHit<T>[] = [];
    for (let start = 0; start < words.length; start++) {
      const here: TermHit<T>[] = [];
      let key = words[start] ?? '';
      for (let end = start + 1; ; end++) {
        const entry = this.#entries.get(key);
        if (entry === undefined) break;
        for (const value of entry.values) here.push({ value, start, end });
        if (!entry.goesOn || end >= words.length) break;
        key = `${key} ${words[end]}`;
      }
      for (let at = here.length - 1; at >= 0; at--) hits.push(...here.slice(at, at + 1));
    }
    return hits;
  }
}
