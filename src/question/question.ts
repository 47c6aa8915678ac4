import type { Detail } from '../facts/fact.ts';
import type { Wording } from '../index/wording.ts';
import type { Language } from '../text/language.ts';

/** What kind of answer is asked for. All but `one` are composed from several facts. */
export type Shape = 'one' | 'list' | 'compare' | 'total' | 'most' | 'timeline' | 'both-sides' | 'who-says';

/** A question as it was understood, before anything was looked up. */
export type Question = {
  readonly text: string;
  readonly language: Language;
  readonly wording: Wording;
  /** Ids of the entities that it names or means, those of earlier turns included where it leans on them. */
  readonly entities: readonly string[];
  /** The companies among them or behind them. */
  readonly companies: readonly string[];
  readonly shape: Shape;
  /** Kinds of detail that it wants. */
  readonly details: readonly Detail[];
  /** Feature names of earlier turns that it leans on. */
  readonly carried: readonly string[];
  /** Only its beginning was read. */
  readonly cut: boolean;
};
