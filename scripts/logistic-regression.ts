import type { Weights } from '../src/facts/fact-base.ts';

export type LabelledTraits = { readonly traits: Weights; readonly right: boolean; readonly weight: number };

const ROUNDS = 1_500;
const STEP = 0.5;

/**
 * Fits a logistic regression by gradient descent.
 * @param ridge strength of the pull towards zero, as if that many more examples spoke against every weight
 * @returns weights by trait name, and `bias`
 */
export function fitLogistic(examples: readonly LabelledTraits[], ridge = 1): Weights {
  const names = [...new Set(examples.flatMap(({ traits }) => Object.keys(traits)))];
  const scale = names.map((name) => Math.sqrt(examples.reduce((sum, { traits }) => sum + (traits[name] ?? 0) ** 2, 0) / examples.length) || 1);
  const rows = examples.map(({ traits, right, weight }) => ({ values: names.map((name, at) => (traits[name] ?? 0) / (scale[at] ?? 1)), right, weight }));
  const weights = names.map(() => 0);
  let bias = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight) => (ridge * weight) / rows.length);
    let biasGradient = 0;
    for (const { values, right, weight } of rows) {
      const error = (weight * (1 / (1 + Math.exp(-dot(values, weights) - bias)) - (right ? 1 : 0))) / rows.length;
      biasGradient += error;
      for (const [at, value] of values.entries()) gradient[at] = (gradient[at] ?? 0) + error * value;
    }
    bias -= STEP * biasGradient;
    for (const [at, slope] of gradient.entries()) weights[at] = (weights[at] ?? 0) - STEP * slope;
  }
  return { bias: round4(bias), ...Object.fromEntries(names.map((name, at) => [name, round4((weights[at] ?? 0) / (scale[at] ?? 1))])) };
}

/** One question's candidates: the traits of each, and which of them are right. */
export type RankedExample = { readonly candidates: readonly { readonly traits: Weights; readonly right: boolean }[]; readonly weight: number };

/**
 * Fits weights that give the right candidates the greatest share of the softmax.
 * @param start weights to begin at
 */
export function fitRanking(examples: readonly RankedExample[], start: Weights, ridge = 2): Weights {
  const names = Object.keys(start);
  const weights = names.map((name) => start[name] ?? 0);
  const rows = examples.map(({ candidates, weight }) => ({
    candidates: candidates.map(({ traits, right }) => ({ values: names.map((name) => traits[name] ?? 0), right })),
    weight,
  }));
  for (let round = 0; round < RANKING_ROUNDS; round++) {
    const gradient = weights.map((weight, at) => (ridge * (weight - (start[names[at] ?? ''] ?? 0))) / (rows.length * 20));
    for (const { candidates, weight } of rows) addRankingGradient(candidates, weights, gradient, rows.length / weight);
    for (const [at, slope] of gradient.entries()) weights[at] = (weights[at] ?? 0) - RANKING_STEP * slope;
  }
  return Object.fromEntries(names.map((name, at) => [name, round4(weights[at] ?? 0)]));
}

const RANKING_ROUNDS = 400;
const RANKING_STEP = 4;

function addRankingGradient(
  candidates: readonly { values: readonly number[]; right: boolean }[],
  weights: readonly number[],
  gradient: number[],
  count: number,
): void {
  const scores = candidates.map(({ values }) => dot(values, weights));
  const best = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - best));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const right = candidates.reduce((sum, candidate, at) => sum + (candidate.right ? (shares[at] ?? 0) : 0), 0);
  if (right === 0) return;
  for (const [at, candidate] of candidates.entries()) {
    const share = shares[at] ?? 0;
    const error = share / all - (candidate.right ? share / right : 0);
    for (const [trait, value] of candidate.values.entries()) gradient[trait] = (gradient[trait] ?? 0) + (error * value) / count;
  }
}

function dot(left: readonly number[], right: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < left.length; at++) sum += (left[at] ?? 0) * (right[at] ?? 0);
  return sum;
}

function round4(value: number): number {
  return Number(value.toFixed(4));
}
