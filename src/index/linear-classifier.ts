import type { SparseVector } from './sparse-vector.ts';
import { type Example, type LinearState, type TrainingOptions, trainLinear } from './train-linear.ts';

/** A multi-class linear classifier, trained when it is made. */
export class LinearClassifier {
  readonly state: LinearState;

  constructor(
    examples: readonly Example[],
    classes: number,
    columns: number,
    options: TrainingOptions,
    state: LinearState = trainLinear(examples, classes, columns, options),
  ) {
    this.state = state;
  }

  get classes(): number {
    return this.state.classes;
  }

  /** Adds up the scores of the classes into `scores`, which is overwritten. */
  score({ indices, values }: SparseVector, scores: Float32Array): void {
    const { starts, labels, weights } = this.state;
    scores.fill(0);
    for (let at = 0; at < indices.length; at++) {
      const column = indices[at] ?? 0;
      const value = values[at] ?? 0;
      const end = starts[column + 1] ?? 0;
      for (let entry = starts[column] ?? 0; entry < end; entry++) {
        const label = labels[entry] ?? 0;
        scores[label] = (scores[label] ?? 0) + value * (weights[entry] ?? 0);
      }
    }
  }
}
