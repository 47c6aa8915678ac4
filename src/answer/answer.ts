import type { Fact, Gap } from '../facts/fact.ts';
import type { Localised } from '../text/language.ts';

export type UnknownReason = 'not-in-documents' | 'off-topic' | 'unclear';

/** One fact answers, and others stand beside it. */
export type Found = {
  readonly kind: 'found';
  /** The first word of the answer, where the question wants one and we are sure of it. */
  readonly polarity: 'yes' | 'no' | null;
  /** What the question took for granted and the documents say otherwise. */
  readonly correction: Localised | null;
  readonly lead: Fact;
  /** What completes the lead, or is nearly as likely to be meant. */
  readonly also: readonly Fact[];
  /** Claims that contradict the lead. */
  readonly disputes: readonly Fact[];
  /** Later claims that replace the lead. */
  readonly later: readonly Fact[];
};

export type Section = {
  /** Entity id; null where the facts are about several or nobody. */
  readonly entity: string | null;
  readonly facts: readonly Fact[];
};

/** A row an entity. */
export type Table = {
  /** The first is above the entities' names. */
  readonly columns: readonly Localised[];
  readonly rows: readonly { readonly entity: string; readonly cells: readonly Localised[] }[];
};

/** Composed from several facts: a list, a comparison, a total, a ranking, a story in order, both sides. */
export type Several = {
  readonly kind: 'several';
  readonly shape: 'list' | 'compare' | 'total' | 'most' | 'timeline' | 'both-sides';
  /** What the facts come to, in a sentence. */
  readonly summary: Localised | null;
  /** Figures side by side. */
  readonly table?: Table;
  readonly sections: readonly Section[];
  /** What could not be counted or ranked, and why. */
  readonly caveat: Localised | null;
};

/** The documents do not say. */
export type Unknown = {
  readonly kind: 'unknown';
  readonly reason: UnknownReason;
  /** The gap that the question fell into, where it is one that we know. */
  readonly gap: Gap | null;
  /** What the documents do say that is nearest. */
  readonly nearest: readonly Fact[];
  /** Questions near to it that can be answered, at most three. */
  readonly suggestions: readonly string[];
};

export type Answer = Found | Several | Unknown;
