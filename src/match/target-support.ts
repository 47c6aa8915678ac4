import type { Phrasing } from '../facts/fact.ts';
import { featureNames } from '../index/feature-names.ts';
import type { Index } from '../index/build-index.ts';
import type { Wording } from '../index/wording.ts';
import type { Target } from '../index/target.ts';
import { LANGUAGES } from '../text/language.ts';

/** What stands in a target's own words (its statement and its quotes, in both languages), and in its phrasings. */
export type Support = {
  readonly names: ReadonlySet<string>;
  readonly figures: ReadonlySet<number>;
  /** Words and concepts of its phrasings, with the share of the phrasings that have them. */
  readonly asked: ReadonlyMap<string, number>;
};

const supports = new WeakMap<Target, Support>();

/** Computed once for each target. */
export function targetSupport(target: Target, index: Index): Support {
  const known = supports.get(target);
  if (known) return known;
  const support = readSupport(target, index);
  supports.set(target, support);
  return support;
}

function readSupport(target: Target, index: Index): Support {
  const owner = target.kind === 'fact' ? target.fact : target.gap;
  const quotes = target.kind === 'fact' ? target.fact.quotes.map(({ exact }) => exact) : [];
  const wordings = [...LANGUAGES.map((language) => owner.statement[language]), ...quotes].map((text) => index.reader.read(text, null));
  const measured = target.kind === 'fact' ? target.fact.measures.flatMap(({ value, min, max }) => [value, min, max]) : [];
  return {
    names: wordNames(wordings, index),
    asked: askedNames(owner.phrasings, index),
    figures: new Set([...wordings.flatMap(({ figures }) => figures.map(({ value }) => value)), ...measured.filter((value) => value !== undefined)]),
  };
}

function wordNames(wordings: readonly Wording[], index: Index): Set<string> {
  return new Set(wordings.flatMap((wording) => featureNames(wording, index.base.entities, false)).filter((name) => /^[wc]:/.test(name)));
}

function askedNames(phrasings: readonly Phrasing[], index: Index): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { text } of phrasings) {
    for (const name of wordNames([index.reader.read(text, null)], index)) shares.set(name, (shares.get(name) ?? 0) + 1 / phrasings.length);
  }
  return shares;
}
