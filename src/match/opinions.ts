import type { Opinion } from '../index/phrasing-classifier.ts';

/** The question's words and concepts: their feature numbers, the weight of each, and the sum of these. */
export type Asked = { readonly features: readonly number[]; readonly weights: readonly number[]; readonly total: number };

/** What is believed of a question before any target is looked at. */
export type Opinions = {
  readonly targets: Opinion | null;
  readonly topics: Opinion;
  readonly topicShares: Float32Array;
  readonly asked: Asked;
  /** Where the question names no company: how likely each is meant, by number in `ownerNumbers`. */
  readonly ownerShares: Float32Array | null;
  /** Kinds of thing that the question asks for. */
  readonly kinds: readonly number[];
};
