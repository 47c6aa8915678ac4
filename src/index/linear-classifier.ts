import type { SparseVector } from './sparse-vector.ts';

export type Example = { readonly vector: SparseVector; readonly label: number };

export type TrainingOptions = {
  readonly epochs: number;
  /** Where an example's own group is known, only labels of that group [start, end) compete with it. */
  readonly competitors?: (example: number) => readonly [number, number];
  /** Step size; the margin asked for is 1. */
  readonly step?: number;
};

/**
 * A multi-class linear classifier (Crammer and Singer's hinge loss). It begins at the class centroids and then, example by
 * example, moves the true class and its strongest rival apart where the margin between them is under 1.
 * Weights lie feature by feature, so that one pass over a text's features scores every class:
 *
 *              class 0   class 1   class 2 …
 *     feature 0 [  .5        0       -.2   ]
 *     feature 1 [   0       .7         0   ]
 */
export class LinearClassifier {
  readonly classes: number;
  readonly #weights: Float32Array;

  constructor(examples: readonly Example[], classes: number, features: number, options: TrainingOptions) {
    this.classes = classes;
    this.#weights = new Float32Array(features * classes);
    this.#startAtCentroids(examples);
    const scores = new Float32Array(classes);
    const order = shuffled(examples.length);
    for (let epoch = 0; epoch < options.epochs; epoch++) {
      const step = (options.step ?? 0.5) / (1 + epoch);
      for (const index of order) {
        const example = examples[index];
        if (example) this.#learn(example, options.competitors?.(index) ?? [0, classes], step, scores);
      }
    }
  }

  /** Adds up the scores of the classes [start, end) into `scores`, which is overwritten. */
  score(vector: SparseVector, scores: Float32Array, start = 0, end: number = this.classes): void {
    scores.fill(0, start, end);
    const { indices, values } = vector;
    for (let at = 0; at < indices.length; at++) {
      const row = (indices[at] ?? 0) * this.classes;
      const value = values[at] ?? 0;
      for (let label = start; label < end; label++) scores[label] = (scores[label] ?? 0) + value * (this.#weights[row + label] ?? 0);
    }
  }

  #startAtCentroids(examples: readonly Example[]): void {
    const counts = new Float32Array(this.classes);
    for (const { label } of examples) counts[label] = (counts[label] ?? 0) + 1;
    for (const { vector, label } of examples) this.#move(vector, label, 1 / (counts[label] ?? 1));
  }

  #learn(example: Example, [start, end]: readonly [number, number], step: number, scores: Float32Array): void {
    this.score(example.vector, scores, start, end);
    const own = scores[example.label] ?? 0;
    let rival = -1;
    let best = Number.NEGATIVE_INFINITY;
    for (let label = start; label < end; label++) {
      const score = scores[label] ?? 0;
      if (label !== example.label && score > best) {
        best = score;
        rival = label;
      }
    }
    const loss = 1 - (own - best);
    if (rival < 0 || loss <= 0) return;
    const size = step * Math.min(1, loss);
    this.#move(example.vector, example.label, size);
    this.#move(example.vector, rival, -size);
  }

  #move(vector: SparseVector, label: number, size: number): void {
    const { indices, values } = vector;
    for (let at = 0; at < indices.length; at++) {
      const cell = (indices[at] ?? 0) * this.classes + label;
      this.#weights[cell] = (this.#weights[cell] ?? 0) + size * (values[at] ?? 0);
    }
  }
}

/** The same order each time: the same data gives the same classifier. */
function shuffled(length: number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, index) => index);
  let state = 0x9e3779b9;
  for (let at = length - 1; at > 0; at--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (at + 1);
    const held = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = held;
  }
  return order;
}
