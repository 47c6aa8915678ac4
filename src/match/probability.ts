import type { Index } from '../index/build-index.ts';
import type { Question } from '../question/question.ts';
import { certainty, certaintyTraits, namesStranger } from './certainty.ts';
import type { Match } from './rank-targets.ts';

/** Probability that the best match answers the question. */
export function probabilityOf(question: Question, matches: readonly Match[], index: Index): number {
  if (question.entities.length === 0 && isElsewhere(question, matches, index)) return 0;
  const traits = certaintyTraits(question, matches, index);
  if (index.base.abstention) return certainty(traits, index.base.abstention.answer);
  return (traits['gapFirst'] ?? 0) === 0 ? (traits['nearest'] ?? 0) : 0;
}

/** Somebody of whom we know nothing is named, or small talk is what it sounds like, and nothing of ours is. */
function isElsewhere(question: Question, matches: readonly Match[], index: Index): boolean {
  if (namesStranger(question, index)) return true;
  const smallTalk = question.wording.concepts.some((concept) => index.conceptSorts.get(concept) === 'off-topic');
  return smallTalk && Math.max(0, ...matches.map(({ similarity }) => similarity)) < ALIKE;
}

const ALIKE = 0.55;
