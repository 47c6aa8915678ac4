import type { Gap } from '../facts/fact.ts';
import type { Index } from '../index/build-index.ts';
import type { Match } from '../match/rank-targets.ts';
import type { Question } from '../question/question.ts';
import { tellingWords } from '../question/telling-words.ts';
import type { Trace } from './answer-question.ts';

/** Less is asked of a gap than for telling it to somebody: here it only says which questions belong together. */
const ALIKE = 0.25;
const AMONG = 3;

/**
 * What a question that has no answer has in common with others that mean the same, in either language: the gap that it fell into, or the
 * nearest one; without any, the companies, what it is about, and the words that no concept explains. It holds words of the question.
 */
export function likenessOf({ question, answer, matches }: Trace, index: Index): string {
  if (answer.kind !== 'unknown') return describeWords(question, index);
  const gap = answer.reason === 'not-in-documents' ? (answer.gap ?? nearestGap(matches)) : null;
  return gap === null ? describeWords(question, index) : describeGap(gap, question);
}

function nearestGap(matches: readonly Match[]): Gap | null {
  const near = matches.slice(0, AMONG).find(({ target, similarity }) => target.kind === 'gap' && similarity >= ALIKE);
  return near?.target.kind === 'gap' ? near.target.gap : null;
}

/** One that is about nobody in particular is another one for each company. */
function describeGap({ id, company }: Gap, question: Question): string {
  return JSON.stringify(company === null ? [id, ...companiesOf(question)] : [id]);
}

function describeWords(question: Question, index: Index): string {
  const { concepts } = question.wording;
  const about = concepts.filter((concept) => index.conceptSorts.get(concept) !== 'question').toSorted();
  const unexplained = tellingWords(question.wording).flatMap(({ word, stem }) => (isExplained(word, index) ? [] : [stem]));
  return JSON.stringify([companiesOf(question), about, [...new Set(unexplained)].toSorted()]);
}

function isExplained(word: string, index: Index): boolean {
  return index.reader.read(word, index.vocabulary).concepts.some((concept) => index.conceptSorts.get(concept) !== 'question');
}

function companiesOf({ companies }: Question): readonly string[] {
  return companies.toSorted();
}
