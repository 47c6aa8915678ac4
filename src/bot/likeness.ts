import type { Unknown } from '../answer/answer.ts';
import { findAnswer } from '../answer/find-answer.ts';
import type { Gap } from '../facts/fact.ts';
import type { Index } from '../index/build-index.ts';
import { rankTargets } from '../match/rank-targets.ts';
import type { Question } from '../question/question.ts';
import { readQuestion } from '../question/read-question.ts';
import { isFunctionWord } from '../text/function-words.ts';
import type { Language } from '../text/language.ts';

/** Less is asked of a gap than for telling it to somebody: here it only says which questions belong together. */
const ALIKE = 0.25;
const AMONG = 3;

/**
 * What a question that has no answer has in common with others that mean the same, in either language: the gap that it fell into, or the
 * nearest one; without any, the companies, what it is about, and the words that no concept explains. It holds words of the question.
 * @param thread earlier questions of the same person, oldest first
 */
export function likenessOf(text: string, thread: readonly string[], index: Index, fallback: Language): string {
  const question = readQuestion(text, thread, index, fallback);
  const { answer } = findAnswer(question, index);
  if (answer.kind !== 'unknown') return describeWords(question, index);
  const gap = answer.reason === 'not-in-documents' ? nearestGap(answer, question, index) : null;
  return gap === null ? describeWords(question, index) : describeGap(gap, question);
}

function nearestGap({ gap }: Unknown, question: Question, index: Index): Gap | null {
  if (gap !== null) return gap;
  const matches = rankTargets(question, index, index.base.abstention?.rank).slice(0, AMONG);
  const near = matches.find(({ target, similarity }) => target.kind === 'gap' && similarity >= ALIKE);
  return near?.target.kind === 'gap' ? near.target.gap : null;
}

/** One that is about nobody in particular is another one for each company. */
function describeGap({ id, company }: Gap, question: Question): string {
  return JSON.stringify(company === null ? [id, ...companiesOf(question)] : [id]);
}

function describeWords(question: Question, index: Index): string {
  const { words, stems, named, concepts } = question.wording;
  const about = concepts.filter((concept) => index.conceptSorts.get(concept) !== 'question').toSorted();
  const unexplained = stems.filter((_, at) => !named[at] && !isFunctionWord(words[at] ?? '') && !isExplained(words[at] ?? '', index));
  return JSON.stringify([companiesOf(question), about, [...new Set(unexplained)].toSorted()]);
}

function isExplained(word: string, index: Index): boolean {
  return index.reader.read(word, index.vocabulary).concepts.some((concept) => index.conceptSorts.get(concept) !== 'question');
}

function companiesOf({ companies }: Question): readonly string[] {
  return companies.toSorted();
}
