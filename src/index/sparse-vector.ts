/** Column numbers in ascending order, and their values; of length 1 in the Euclidean norm, or empty. */
export type SparseVector = { readonly indices: Uint32Array; readonly values: Float32Array };

export type VectoriserState<Feature> = {
  readonly columns: ReadonlyMap<Feature, number>;
  /** By column: inverse document frequency. */
  readonly idf: Float32Array;
};

/** Turns sets of features (names or numbers) into vectors weighted by inverse document frequency. Features that it did not learn are passed over. */
export class Vectoriser<Feature extends string | number = string> {
  readonly state: VectoriserState<Feature>;

  /** @param texts the features of each text to learn from; those in fewer than `leastTexts` texts are left out */
  constructor(texts: readonly (readonly Feature[])[], leastTexts = 2, state: VectoriserState<Feature> = weighFeatures(texts, leastTexts)) {
    this.state = state;
  }

  /** How many columns there are. */
  get features(): number {
    return this.state.idf.length;
  }

  get greatestIdf(): number {
    return this.state.idf.reduce((greatest, idf) => Math.max(greatest, idf), 0);
  }

  /** Inverse document frequency; 0 where the feature is unknown. */
  idf(feature: Feature): number {
    return this.state.idf[this.state.columns.get(feature) ?? -1] ?? 0;
  }

  vector(features: readonly Feature[]): SparseVector {
    const known: number[] = [];
    for (const feature of features) {
      const column = this.state.columns.get(feature);
      if (column !== undefined) known.push(column);
    }
    const indices = withoutRepeats(new Uint32Array(known).sort());
    const values = new Float32Array(indices.length);
    let square = 0;
    for (let at = 0; at < indices.length; at++) {
      const value = this.state.idf[indices[at] ?? 0] ?? 0;
      values[at] = value;
      square += value * value;
    }
    const scale = square === 0 ? 0 : 1 / Math.sqrt(square);
    for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) * scale;
    return { indices, values };
  }
}

function weighFeatures<Feature>(texts: readonly (readonly Feature[])[], leastTexts: number): VectoriserState<Feature> {
  const frequency = new Map<Feature, number>();
  for (const text of texts) for (const feature of text) frequency.set(feature, (frequency.get(feature) ?? 0) + 1);
  const columns = new Map<Feature, number>();
  const idf: number[] = [];
  for (const [feature, count] of frequency) {
    if (count < leastTexts) continue;
    columns.set(feature, idf.length);
    idf.push(Math.log((1 + texts.length) / (1 + count)) + 1);
  }
  return { columns, idf: Float32Array.from(idf) };
}

/** Of numbers in ascending order. */
export function withoutRepeats(sorted: Uint32Array): Uint32Array {
  let length = 0;
  for (let at = 0; at < sorted.length; at++) {
    const number = sorted[at] ?? 0;
    if (length === 0 || number !== sorted[length - 1]) sorted[length++] = number;
  }
  return sorted.slice(0, length);
}
