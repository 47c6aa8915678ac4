import type { Localised } from '../text/language.ts';

/** Who asserts a claim; from the most to the least answerable for it. */
export const CLAIMANT_KINDS = [
  'company-statement',
  'named-official',
  'employee-allegation',
  'outlet',
  'outlet-opinion',
  'other-outlet',
  'observers',
  'public-figure',
  'headline-only',
  'page-note',
] as const;
export type ClaimantKind = (typeof CLAIMANT_KINDS)[number];

/** How firmly it is asserted. */
export const FIRMNESSES = [
  'confirmed',
  'stated',
  'boasted',
  'alleged',
  'denied',
  'conceded',
  'promised',
  'reported',
  'hedged',
  'opinion',
  'predicted',
  'warned',
] as const;
export type Firmness = (typeof FIRMNESSES)[number];

export const STANCES = ['supports', 'disputes', 'reports'] as const;
export const STATUSES = ['planned', 'announced', 'confirmed', 'effective', 'alleged'] as const;
type Status = (typeof STATUSES)[number];

export const QUANTITIES = [
  'people-laid-off',
  'share-of-workforce',
  'headcount',
  'people-affected',
  'people-equivalent',
  'conversations',
  'share-of-support',
  'minutes',
  'devices',
  'partners',
  'partner-employees',
  'votes',
  'months',
  'rounds',
  'years',
  'other',
] as const;
export type Quantity = (typeof QUANTITIES)[number];

export const OPERATIONS = ['difference', 'sum', 'ratio', 'share', 'whole'] as const;
type Operation = (typeof OPERATIONS)[number];

/** Kinds of detail that people ask for. `exact-count` and `exact-date`: more precise than "several hundred" or "Monday". */
export const DETAILS = ['count', 'exact-count', 'share', 'date', 'exact-date', 'name', 'money', 'place'] as const;
export type Detail = (typeof DETAILS)[number];

/** Words copied out of a document (W3C Web Annotation TextQuoteSelector, `exact`). */
type Quote = { readonly document: string; readonly exact: string };

/** A figure. Either `value`, or `min` and/or `max`; in `unit`s. */
export type Measure = {
  readonly quantity: Quantity;
  readonly value?: number;
  readonly min?: number;
  readonly max?: number;
  readonly unit: string;
  readonly approximate: boolean;
  /** The words of the quote that give the figure, where it is not written in digits. */
  readonly written?: string;
  readonly basis: 'stated' | 'derived';
  /** For a derived figure: what was done with which facts' measures, in order. */
  readonly operation?: Operation;
  readonly operands?: readonly string[];
};

/** `iso` (YYYY, YYYY-MM or YYYY-MM-DD) is as precise as the document is, and absent where it only says "Tuesday". */
export type FactDate = { readonly iso?: string } & Localised;

/** Questions that a fact, a gap or a topic answers. `yes` and `no` ones expect that word first. */
export type Phrasing = { readonly text: string; readonly language: 'en' | 'fr'; readonly polarity: 'yes' | 'no' | null };

type Claimant = { readonly kind: ClaimantKind; readonly who: string | null };

type Relations = {
  readonly completes: readonly string[];
  readonly disputes: readonly string[];
  readonly supersedes: readonly string[];
  readonly explains: readonly string[];
};

/** One claim of one document. */
export type Fact = {
  readonly id: string;
  /** Entity id, or null where the claim is about nobody in particular. */
  readonly company: string | null;
  readonly topic: string;
  /** Ids of all the entities that the claim is about or names, the company first. */
  readonly about: readonly string[];
  readonly statement: Localised;
  readonly quotes: readonly [Quote, ...Quote[]];
  readonly claimant: Claimant;
  readonly firmness: Firmness;
  readonly stance: (typeof STANCES)[number];
  readonly status: Status | null;
  readonly date: FactDate | null;
  /** Place in the company's story, for a happening: earlier is smaller. */
  readonly timeline: number | null;
  readonly measures: readonly Measure[];
  /** What people ask of this and the document does not give: such a question is not answered by this fact. */
  readonly lacks: readonly Detail[];
  readonly relations: Relations;
  readonly phrasings: readonly Phrasing[];
};

/** What people ask and the documents do not say. */
export type Gap = {
  readonly id: string;
  readonly company: string | null;
  readonly topic: string;
  /** What the documents say that is nearest, and what they do not give. */
  readonly statement: Localised;
  /** Fact ids. */
  readonly nearest: readonly string[];
  readonly phrasings: readonly Phrasing[];
};
