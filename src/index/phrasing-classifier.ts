import { LinearClassifier } from './linear-classifier.ts';
import { NearestPhrasings, type NearestState, Neighbours } from './nearest-phrasings.ts';
import { Vectoriser, type VectoriserState } from './sparse-vector.ts';
import type { Group, LinearState } from './train-linear.ts';

/** One phrasing to learn from: its feature numbers, and the number of what it asks for. */
export type Lesson = { readonly features: readonly number[]; readonly label: number };

export type Opinion = {
  /** Classifier score by label; about 1 above the rivals' for a phrasing that it learned. */
  readonly scores: Float32Array;
  /** By label: the phrasing (its number in the lessons) that is most like the text; none where phrasings were not kept. */
  readonly nearest: Neighbours;
};

export type ClassifierState = { readonly vectoriser: VectoriserState<number>; readonly linear: LinearState; readonly nearest: NearestState | null };

export type LearningOptions = {
  readonly epochs: number;
  /** See `trainLinear`. */
  readonly margin?: number;
  /** Features that fewer phrasings have are left out. */
  readonly leastPhrasings?: number;
  /** Labels are numbered group by group; a lesson whose group is known is told from that group's labels only. */
  readonly competitors?: (label: number) => Group;
  /** Whether the nearest phrasings will be asked for. */
  readonly keepPhrasings: boolean;
};

export function learnPhrasings(
  lessons: readonly Lesson[],
  labels: number,
  { epochs, margin = 1, leastPhrasings = 2, competitors, keepPhrasings }: LearningOptions,
): ClassifierState {
  const vectoriser = new Vectoriser(
    lessons.map(({ features }) => features),
    leastPhrasings,
  );
  const examples = lessons.map(({ features, label }) => ({ vector: vectoriser.vector(features), label }));
  const linear = new LinearClassifier(examples, labels, vectoriser.features, { epochs, margin, ...(competitors ? { competitors } : {}) });
  if (!keepPhrasings) return { vectoriser: vectoriser.state, linear: linear.state, nearest: null };
  const nearest = new NearestPhrasings(
    examples.map(({ vector }) => vector),
    examples.map(({ label }) => label),
    vectoriser.features,
  );
  return { vectoriser: vectoriser.state, linear: linear.state, nearest: nearest.state };
}

/** A linear classifier and its nearest neighbours, learned from the same phrasings. */
export class PhrasingClassifier {
  readonly state: ClassifierState;
  /** The weight of a feature that only two phrasings have. */
  readonly greatestWeight: number;
  readonly #vectoriser: Vectoriser<number>;
  readonly #linear: LinearClassifier;
  readonly #nearest: NearestPhrasings | null;

  /** @param state as `learnPhrasings` gives it */
  constructor(state: ClassifierState) {
    this.state = state;
    this.#vectoriser = new Vectoriser([], 0, state.vectoriser);
    this.#linear = new LinearClassifier([], 0, 0, { epochs: 0 }, state.linear);
    this.#nearest = state.nearest && new NearestPhrasings([], [], 0, state.nearest);
    this.greatestWeight = this.#vectoriser.greatestIdf;
  }

  /** @param features numbers, as the lessons had them */
  read(features: readonly number[]): Opinion {
    const vector = this.#vectoriser.vector(features);
    const scores = new Float32Array(this.#linear.classes);
    this.#linear.score(vector, scores);
    let nearest: Neighbours | null = null;
    const search = () => this.#nearest?.search(vector) ?? new Neighbours(0);
    return {
      scores,
      // Searched for when it is first asked for, which for most classifiers is never.
      get nearest() {
        nearest ??= search();
        return nearest;
      },
    };
  }

  /** How telling a feature is, in nats; 0 where no two phrasings have it. */
  weight(feature: number): number {
    return this.#vectoriser.idf(feature);
  }
}
