import type { SparseVector } from './sparse-vector.ts';

export type Example = { readonly vector: SparseVector; readonly label: number };

/** Labels [start, end). */
export type Group = readonly [start: number, end: number];

/**
 * The weights that are not zero, column by column, so that one pass over a text's columns scores every class:
 *
 *              class 0   class 1   class 2 …
 *     column 0 [  .5                 -.2   ]      labels 0 2 1 …
 *     column 1 [            .7             ]      weights .5 -.2 .7 …
 */
export type LinearState = {
  readonly classes: number;
  /** By column: where its weights begin; one more at the end. */
  readonly starts: Uint32Array;
  readonly labels: Uint32Array;
  readonly weights: Float32Array;
};

export type TrainingOptions = {
  readonly epochs: number;
  /** Where the group of an example's label is known, only labels of that group compete with it. */
  readonly competitors?: (label: number) => Group;
  readonly step?: number;
  /** How far above its rivals the true class shall be. */
  readonly margin?: number;
};

/**
 * Trains a linear classifier (Crammer and Singer's hinge loss). It begins at the class centroids and then, example by
 * example, moves the true class and its strongest rival apart where the margin between them is too small.
 * The same examples always give the same weights.
 */
export function trainLinear(examples: readonly Example[], classes: number, columns: number, options: TrainingOptions): LinearState {
  const trainer = new Trainer(classes, columns, options.margin ?? 1);
  trainer.startAtCentroids(examples);
  const order = shuffled(examples.length);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const step = (options.step ?? 0.5) / (1 + epoch);
    for (const index of order) {
      const example = examples[index];
      if (example) trainer.learn(example, options.competitors?.(example.label) ?? [0, classes], step);
    }
  }
  return trainer.sparse();
}

/** All weights, zeros too, column by column. */
class Trainer {
  readonly #classes: number;
  readonly #columns: number;
  readonly #margin: number;
  readonly #weights: Float32Array;
  readonly #scores: Float32Array;

  constructor(classes: number, columns: number, margin: number) {
    this.#classes = classes;
    this.#columns = columns;
    this.#margin = margin;
    this.#weights = new Float32Array(columns * classes);
    this.#scores = new Float32Array(classes);
  }

  startAtCentroids(examples: readonly Example[]): void {
    const counts = new Float32Array(this.#classes);
    for (const { label } of examples) counts[label] = (counts[label] ?? 0) + 1;
    for (const { vector, label } of examples) this.#move(vector, label, 1 / (counts[label] ?? 1));
  }

  learn({ vector, label }: Example, [start, end]: Group, step: number): void {
    this.#score(vector, start, end);
    const rival = this.#rivalOf(label, start, end);
    const loss = this.#margin - ((this.#scores[label] ?? 0) - (this.#scores[rival] ?? Number.NEGATIVE_INFINITY));
    if (rival < 0 || loss <= 0) return;
    const size = step * Math.min(1, loss);
    this.#move(vector, label, size);
    this.#move(vector, rival, -size);
  }

  sparse(): LinearState {
    const starts = new Uint32Array(this.#columns + 1);
    const labels: number[] = [];
    const weights: number[] = [];
    for (let column = 0; column < this.#columns; column++) {
      for (let label = 0; label < this.#classes; label++) {
        const weight = this.#weights[column * this.#classes + label] ?? 0;
        if (weight === 0) continue;
        labels.push(label);
        weights.push(weight);
      }
      starts[column + 1] = labels.length;
    }
    return { classes: this.#classes, starts, labels: new Uint32Array(labels), weights: new Float32Array(weights) };
  }

  #score({ indices, values }: SparseVector, start: number, end: number): void {
    const scores = this.#scores;
    const weights = this.#weights;
    scores.fill(0, start, end);
    for (let at = 0; at < indices.length; at++) {
      const row = (indices[at] ?? 0) * this.#classes;
      const value = values[at] ?? 0;
      for (let label = start; label < end; label++) scores[label] = (scores[label] ?? 0) + value * (weights[row + label] ?? 0);
    }
  }

  /** -1 where the label is alone. */
  #rivalOf(own: number, start: number, end: number): number {
    let rival = -1;
    let best = Number.NEGATIVE_INFINITY;
    for (let label = start; label < end; label++) {
      const score = this.#scores[label] ?? 0;
      if (label === own || score <= best) continue;
      best = score;
      rival = label;
    }
    return rival;
  }

  #move({ indices, values }: SparseVector, label: number, size: number): void {
    for (let at = 0; at < indices.length; at++) {
      const cell = (indices[at] ?? 0) * this.#classes + label;
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
