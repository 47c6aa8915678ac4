import type { Fact } from '../facts/fact.ts';

/** What the documents tell of one company, at a glance. */
export type Profile = {
  /** Entity id. */
  readonly company: string;
  /** Entity ids of those who lead it or speak for it, as far as they are named. */
  readonly people: readonly string[];
  /** Ids of the documents that its facts stand in. */
  readonly documents: readonly string[];
  /** How many facts there are in all. */
  readonly known: number;
  /** The main happenings, earliest first. */
  readonly happenings: readonly Fact[];
  /** Figures that the happenings do not give. */
  readonly figures: readonly Fact[];
  /** Something else that is said of it, where there is neither. */
  readonly other: readonly Fact[];
};
