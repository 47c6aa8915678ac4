import type { Gap } from '../facts/fact.ts';
import type { Index } from '../index/build-index.ts';
import type { Match } from '../match/rank-targets.ts';
import type { Question } from '../question/question.ts';
import { tellingWords } from '../question/telling-words.ts';
import type { Unknown, UnknownReason } from './answer.ts';
import { matchedFacts } from './matched-facts.ts';
import { suggestQuestions } from './suggest-questions.ts';

const MOST_NEAREST = 2;
/** A match that looks less than this like any phrasing is not near enough to be told. */
const NEAR = 0.3;

/** Why there is no answer, what the documents do say that is nearest, and what can be asked instead. */
export function composeUnknown(question: Question, matches: readonly Match[], index: Index, gap: Gap | null): Unknown {
  const reason = reasonFor(question, matches, index, gap);
  const near = matchedFacts(matches)
    .filter(({ match }) => match.similarity >= NEAR && (match.traits['stranger'] ?? 0) === 0)
    .map(({ fact }) => fact);
  const known = gap ? gap.nearest.flatMap((id) => index.base.facts.get(id) ?? []) : [];
  const nearest = reason === 'not-in-documents' ? [...new Set([...known, ...(gap ? [] : near)])].slice(0, MOST_NEAREST) : [];
  return {
    kind: 'unknown',
    reason,
    gap: reason === 'not-in-documents' ? gap : null,
    nearest,
    suggestions: suggestQuestions(question, reason === 'not-in-documents' ? [...nearest, ...near] : [], index),
  };
}

function reasonFor(question: Question, matches: readonly Match[], index: Index, gap: Gap | null): UnknownReason {
  if (gap !== null) return 'not-in-documents';
  const { wording } = question;
  const telling = tellingWords(wording);
  if (telling.length === 0 && question.entities.length === 0) return 'unclear';
  if (question.entities.length > 0) return telling.length === 0 && wording.words.length < 3 ? 'unclear' : 'not-in-documents';
  const offTopic = wording.concepts.some((concept) => index.conceptSorts.get(concept) === 'off-topic');
  const similarity = Math.max(0, ...matches.map((match) => match.similarity));
  if (offTopic || similarity < NEAR)
    return telling.every(({ word }) => !index.vocabulary.words.has(word)) && telling.length < 2 && !offTopic ? 'unclear' : 'off-topic';
  return 'not-in-documents';
}
