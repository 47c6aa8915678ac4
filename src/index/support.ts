import { isWordName } from './feature-names.ts';
import { withoutRepeats } from './sparse-vector.ts';
import type { Target } from './target.ts';
import type { Wording } from './wording.ts';

/** What stands in a target's own words (its statement and its quotes, in both languages), and in its phrasings. */
export type Support = {
  /** Feature numbers of the words and concepts of its own words, in ascending order. */
  readonly held: Uint32Array;
  /** Those of its phrasings. */
  readonly asked: Uint32Array;
  readonly figures: readonly number[];
};

/** The texts that are a target's own words. */
export function ownTexts(target: Target): string[] {
  if (target.kind === 'gap') return [target.gap.statement.en, target.gap.statement.fr];
  const { statement, quotes } = target.fact;
  return [...new Set([statement.en, statement.fr, ...quotes.map(({ exact }) => exact)])];
}

/**
 * @param names of the features of its own words, and of its phrasings
 * @param numbersOf the numbers of features by their names
 */
export function toSupport(
  target: Target,
  wordings: readonly Wording[],
  names: { readonly held: readonly string[]; readonly asked: readonly string[] },
  numbersOf: (names: readonly string[]) => readonly number[],
): Support {
  const measured = target.kind === 'fact' ? target.fact.measures.flatMap(({ value, min, max }) => [value ?? [], min ?? [], max ?? []].flat()) : [];
  return {
    held: wordNumbers(numbersOf(names.held.filter(isWordName))),
    asked: wordNumbers(numbersOf(names.asked.filter(isWordName))),
    figures: [...new Set([...wordings.flatMap(({ figures }) => figures.map(({ value }) => value)), ...measured])],
  };
}

function wordNumbers(numbers: readonly number[]): Uint32Array {
  return withoutRepeats(new Uint32Array(numbers).sort());
}

/** @param sorted feature numbers in ascending order */
export function holdsFeature(sorted: Uint32Array, feature: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < feature) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === feature;
}
