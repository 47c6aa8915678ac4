import type { SparseVector } from './sparse-vector.ts';

/** The phrasing of one owner that is most like a text, by cosine of their vectors. */
export type Neighbour = { readonly phrasing: number; readonly similarity: number };

/** Inverted index from features to the phrasings that have them. */
export class NearestPhrasings {
  readonly #owners: Uint32Array;
  readonly #postings: readonly { readonly phrasings: Uint32Array; readonly values: Float32Array }[];

  /** @param owners for each vector, the number of the fact, gap or topic that it is a phrasing of */
  constructor(vectors: readonly SparseVector[], owners: readonly number[], features: number) {
    this.#owners = Uint32Array.from(owners);
    const collected = Array.from({ length: features }, () => ({ phrasings: [0], values: [0] }));
    for (const list of collected) {
      list.phrasings.pop();
      list.values.pop();
    }
    for (const [phrasing, { indices, values }] of vectors.entries()) {
      for (let at = 0; at < indices.length; at++) {
        const list = collected[indices[at] ?? 0];
        list?.phrasings.push(phrasing);
        list?.values.push(values[at] ?? 0);
      }
    }
    this.#postings = collected.map(({ phrasings, values }) => ({ phrasings: Uint32Array.from(phrasings), values: Float32Array.from(values) }));
  }

  /** The nearest phrasing of each owner that shares anything with the text. */
  search(vector: SparseVector): Map<number, Neighbour> {
    const similarities = new Float32Array(this.#owners.length);
    for (let at = 0; at < vector.indices.length; at++) {
      const postings = this.#postings[vector.indices[at] ?? 0];
      if (!postings) continue;
      const weight = vector.values[at] ?? 0;
      const { phrasings, values } = postings;
      for (let entry = 0; entry < phrasings.length; entry++) {
        const phrasing = phrasings[entry] ?? 0;
        similarities[phrasing] = (similarities[phrasing] ?? 0) + weight * (values[entry] ?? 0);
      }
    }
    const nearest = new Map<number, Neighbour>();
    for (let phrasing = 0; phrasing < similarities.length; phrasing++) {
      const similarity = similarities[phrasing] ?? 0;
      if (similarity <= 0) continue;
      const owner = this.#owners[phrasing] ?? 0;
      if (similarity > (nearest.get(owner)?.similarity ?? 0)) nearest.set(owner, { phrasing, similarity });
    }
    return nearest;
  }
}
