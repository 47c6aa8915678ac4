/** Feature numbers in ascending order, and their values; of length 1 in the Euclidean norm, or empty. */
export type SparseVector = { readonly indices: Uint32Array; readonly values: Float32Array };

/** Turns sets of feature names into vectors weighted by inverse document frequency. Names that it was not built with are passed over. */
export class Vectoriser {
  readonly #numbers = new Map<string, number>();
  readonly #idf: Float32Array;

  /** @param texts the feature names of each text to learn from; names in fewer than `leastTexts` texts are left out */
  constructor(texts: readonly (readonly string[])[], leastTexts = 2) {
    const frequency = new Map<string, number>();
    for (const names of texts) for (const name of names) frequency.set(name, (frequency.get(name) ?? 0) + 1);
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

  get greatestIdf(): number {
    return this.#idf.reduce((greatest, idf) => Math.max(greatest, idf), 0);
  }

  /** Inverse document frequency of a name; 0 where it is unknown. */
  idf(name: string): number {
    const number = this.#numbers.get(name);
    return number === undefined ? 0 : (this.#idf[number] ?? 0);
  }

  vector(names: readonly string[]): SparseVector {
    const known: number[] = [];
    for (const name of names) {
      const number = this.#numbers.get(name);
      if (number !== undefined) known.push(number);
    }
    const sorted = Uint32Array.from(known).sort();
    const indices = sorted.filter((number, at) => at === 0 || number !== sorted[at - 1]);
    const values = new Float32Array(indices.length);
    let square = 0;
    for (let at = 0; at < indices.length; at++) {
      const value = this.#idf[indices[at] ?? 0] ?? 0;
      values[at] = value;
      square += value * value;
    }
    const scale = square === 0 ? 0 : 1 / Math.sqrt(square);
    for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) * scale;
    return { indices, values };
  }
}
