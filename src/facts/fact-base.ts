import type { Document } from '../documents/document.ts';
import type { Entity } from './entity.ts';
import type { Fact, Gap } from './fact.ts';
import type { Concept, Topic } from './topic.ts';

/** Everything that the bot knows: complete, verified, never changed after loading. */
export type FactBase = {
  /** A short hash of all the input: the same files give the same version. */
  readonly version: string;
  readonly documents: ReadonlyMap<string, Document>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly concepts: readonly Concept[];
  readonly facts: ReadonlyMap<string, Fact>;
  readonly gaps: ReadonlyMap<string, Gap>;
  /** Weights that `npm run calibrate` wrote; null before the first calibration. */
  readonly abstention: Abstention | null;
};

/** Logistic regressions over named features (see match/): `rank` orders the facts, `answer` decides whether to answer. */
export type Weights = Readonly<Record<string, number>>;
type Abstention = {
  readonly rank: Weights;
  readonly answer: Weights;
  /** Answer at this probability of being right, and above. */
  readonly threshold: number;
};
