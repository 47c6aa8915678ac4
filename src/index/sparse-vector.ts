/** Feature numbers in ascending order, and their values; of length 1 in the Euclidean norm, or empty. */
export type SparseVector = { readonly indices: Uint32Array; readonly values: Float32Array };

/** Turns feature names into TF-IDF vectors. Names that it was not built with are passed over. */
export class Vectoriser {
  readonly #numbers = new Map<string, number>();
  readonly #idf: Float32Array;

  /** @param texts the feature names of each text to learn from; names in fewer than `leastTexts` texts are left out */
  constructor(texts: readonly (readonly string[])[], leastTexts = 2) {
    const frequency = new Map<string, number>();
    for (const names of texts) for (const name of new Set(names)) frequency.set(name, (frequency.get(name) ?? 0) + 1);
    const idf: number[] = [];
    for (const [name, count] of frequency) {
      if (count < leastTexts) continue;
      this.#numbers.set(name, idf.length);
      idf.push(Math.log((1 + texts.length) / (1 + count)) + 1);
    }
    this.#idf = Float32Array.from(idf);
  }

  get features(): number {
    return this.#idf.length;
  }

  knows(name: string): boolean {
    return this.#numbers.has(name);
  }

  /** Inverse document frequency of a name; 0 where it is unknown. */
  idf(name: string): number {
    const number = this.#numbers.get(name);
    return number === undefined ? 0 : (this.#idf[number] ?? 0);
  }

  vector(names: readonly string[]): SparseVector {
    const counts = new Map<number, number>();
    for (const name of names) {
      const number = this.#numbers.get(name);
      if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    const indices = Uint32Array.from(counts.keys()).sort();
    const values = Float32Array.from(indices, (index) => (1 + Math.log(counts.get(index) ?? 1)) * (this.#idf[index] ?? 0));
    let square = 0;
    for (const value of values) square += value * value;
    const length = Math.sqrt(square) || 1;
    for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) / length;
    return { indices, values };
  }
}
