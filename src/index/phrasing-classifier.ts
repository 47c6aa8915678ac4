import { LinearClassifier } from './linear-classifier.ts';
import { NearestPhrasings, type Neighbour } from './nearest-phrasings.ts';
import { Vectoriser } from './sparse-vector.ts';

/** One phrasing to learn from: its feature names, and the number of what it asks for. */
export type Lesson = { readonly names: readonly string[]; readonly label: number };

export type Opinion = {
  /** Classifier score by label; about 1 above the rivals' for a phrasing that it learned. */
  readonly scores: Float32Array;
  /** By label: the phrasing (its number in the lessons) that is most like the text, and how much. */
  readonly nearest: ReadonlyMap<number, Neighbour>;
};

export type Group = readonly [start: number, end: number];

/** A linear classifier and its nearest neighbours, learned from the same phrasings. */
export class PhrasingClassifier {
  readonly #vectoriser: Vectoriser;
  readonly #linear: LinearClassifier;
  readonly #nearest: NearestPhrasings;

  /** @param groupOf labels are numbered group by group; a lesson whose group is known is told from that group's labels only */
  constructor(lessons: readonly Lesson[], labels: number, epochs: number, groupOf?: (lesson: number) => Group) {
    this.#vectoriser = new Vectoriser(lessons.map(({ names }) => names));
    const vectors = lessons.map(({ names }) => this.#vectoriser.vector(names));
    const examples = lessons.map(({ label }, at) => ({ vector: vectors[at] ?? this.#vectoriser.vector([]), label }));
    this.#linear = new LinearClassifier(examples, labels, this.#vectoriser.features, { epochs, ...(groupOf ? { competitors: groupOf } : {}) });
    this.#nearest = new NearestPhrasings(
      vectors,
      lessons.map(({ label }) => label),
      this.#vectoriser.features,
    );
  }

  read(names: readonly string[]): Opinion {
    const vector = this.#vectoriser.vector(names);
    const scores = new Float32Array(this.#linear.classes);
    this.#linear.score(vector, scores);
    return { scores, nearest: this.#nearest.search(vector) };
  }

  /** How telling a feature is, in nats; 0 where no two phrasings have it. */
  weight(name: string): number {
    return this.#vectoriser.idf(name);
  }

  /** The weight of a feature that only two phrasings have. */
  get greatestWeight(): number {
    return this.#vectoriser.greatestIdf;
  }
}
