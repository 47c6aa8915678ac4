import type { Localised } from '../text/language.ts';
import type { Phrasing } from './fact.ts';

/** A thing that can be asked of any company. Its phrasings hold a `{company}` slot. */
export type Topic = { readonly id: string; readonly label: Localised; readonly concepts: readonly string[]; readonly phrasings: readonly Phrasing[] };

/** All the ways to say one thing. */
export type Concept = {
  readonly id: string;
  readonly terms: Readonly<Record<'en' | 'fr', readonly string[]>>;
  /** `off-topic`: small talk and other worlds. `unreported`: asked of layoffs everywhere, and rarely in the news. */
  readonly sort: 'topic' | 'question' | 'off-topic' | 'unreported';
};
