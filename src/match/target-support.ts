import { featureNames } from '../index/feature-names.ts';
import type { Index } from '../index/build-index.ts';
import type { Wording } from '../index/wording.ts';
import type { Target } from '../index/target.ts';
import { LANGUAGES } from '../text/language.ts';

/** What stands in a target's own words (its statement and its quotes, in both languages), and in its phrasings. */
export type Support = {
  readonly names: ReadonlySet<string>;
  readonly figures: ReadonlySet<number>;
  /** Words and concepts of its phrasings. */
  readonly asked: ReadonlySet<string>;
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
    asked: wordNames(
      owner.phrasings.map(({ text }) => index.reader.read(text, null)),
      index,
    ),
    figures: new Set([...wordings.flatMap(({ figures }) => figures.map(({ value }) => value)), ...measured.filter((value) => value !== undefined)]),
  };
}

function wordNames(wordings: readonly Wording[], index: Index): Set<string> {
  return new Set(wordings.flatMap((wording) => featureNames(wording, index.base.entities, false)).filter((name) => /^[wc]:/.test(name)));
}
