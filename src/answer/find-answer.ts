import type { Index } from '../index/build-index.ts';
import { wordingKey } from '../index/wording.ts';
import { certainty, certaintyTraits } from '../match/certainty.ts';
import { type Match, rankTargets } from '../match/rank-targets.ts';
import type { Question } from '../question/question.ts';
import type { Answer } from './answer.ts';
import { composeFound } from './compose-found.ts';
import { composeSeveral } from './compose-several.ts';
import { composeUnknown } from './compose-unknown.ts';

/** An answer is worth +1 when right and -2 when wrong: it pays above this probability. */
const BREAK_EVEN = 2 / 3;

/** From a question to what the documents say, or to why they do not. */
export function findAnswer(question: Question, index: Index): Answer {
  const matches = rankTargets(question, index, index.base.abstention?.rank);
  const exact = exactTarget(question, index);
  if (exact?.target.kind === 'fact') return composeFound(question, exact, matches, index);
  if (exact?.target.kind === 'gap') return composeUnknown(question, matches, index, exact.target.gap);
  if (!isCertain(question, matches, index)) return composeUnknown(question, matches, index, likelyGap(matches));
  return composeBest(question, matches, index);
}

/** The answer that fits best, whether or not it is certain enough to be given. */
export function composeBest(question: Question, matches: readonly Match[], index: Index): Answer {
  const several = composeSeveral(question, matches, index);
  if (several) return several;
  const lead = matches.find(({ target }) => target.kind === 'fact');
  return lead ? composeFound(question, lead, matches, index) : composeUnknown(question, matches, index, likelyGap(matches));
}

/** A question that is a phrasing of the base, typos and endings aside. */
function exactTarget(question: Question, index: Index): Match | null {
  if (question.carried.length > 0) return null;
  const number = index.exact.get(wordingKey(question.wording));
  const target = number === undefined ? undefined : index.targets[number];
  return target ? { target, traits: {}, score: Number.POSITIVE_INFINITY, share: 1, phrasing: null, similarity: 1 } : null;
}

function isCertain(question: Question, matches: readonly Match[], index: Index): boolean {
  const { abstention } = index.base;
  const traits = certaintyTraits(question, matches, index);
  if (abstention === null) return (traits['gapFirst'] ?? 0) === 0 && (traits['nearest'] ?? 0) > 0.4;
  return certainty(traits, abstention.answer) >= (abstention.threshold ?? BREAK_EVEN);
}

/** The gap that was meant, where a gap is what fits best or nearly so. */
function likelyGap(matches: readonly Match[]) {
  const [best] = matches;
  const gap = matches.slice(0, 3).find(({ target }) => target.kind === 'gap');
  if (best === undefined || gap === undefined || gap.target.kind !== 'gap') return null;
  return gap === best || gap.share > 0.2 ? gap.target.gap : null;
}
