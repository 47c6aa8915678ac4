import type { Index } from '../index/build-index.ts';
import type { Question } from '../question/question.ts';
import { certainty, certaintyTraits, namesStranger } from './certainty.ts';
import type { Match } from './rank-targets.ts';

/** Probability that the best match answers the question. */
export function probabilityOf(question: Question, matches: readonly Match[], index: Index): number {
  // Somebody of whom we know nothing is named, and nothing of ours is.
  if (question.entities.length === 0 && namesStranger(question, index)) return 0;
  const traits = certaintyTraits(question, matches, index);
  if (index.base.abstention) return certainty(traits, index.base.abstention.answer);
  return (traits['gapFirst'] ?? 0) === 0 ? (traits['nearest'] ?? 0) : 0;
}
