import type { Fact } from '../facts/fact.ts';
import type { Index } from '../index/build-index.ts';
import type { Question } from '../question/question.ts';
import { foldText } from '../text/fold-text.ts';

const MOST_SUGGESTIONS = 3;
/** A suggestion reads like a question, not like key words. */
const FEWEST_WORDS = 4;
/** Slack cuts a button's label at 75 characters. */
const LONGEST = 75;

/**
 * Questions that lead to the given facts, or to what the base knows best where there are too few; none is the question itself.
 * @param told facts that nobody has to ask for any more
 */
export function suggestQuestions(question: Question, near: readonly Fact[], index: Index, told: ReadonlySet<Fact> = new Set()): string[] {
  const asked = comparable(question.text);
  const suggestions = new Set<string>();
  for (const fact of [...near, ...centralFacts(question, index)]) {
    if (told.has(fact)) continue;
    const suggestion = plainQuestion(fact, question);
    if (suggestion !== null && comparable(suggestion) !== asked) suggestions.add(suggestion);
    if (suggestions.size === MOST_SUGGESTIONS) break;
  }
  return [...suggestions];
}

function plainQuestion(fact: Fact, question: Question): string | null {
  const phrasing = fact.phrasings.find(
    ({ text, language, polarity }) =>
      language === question.language && polarity === null && text.length < LONGEST - 2 && text.split(' ').length >= FEWEST_WORDS,
  );
  if (phrasing === undefined) return null;
  const text = phrasing.text.charAt(0).toUpperCase() + phrasing.text.slice(1);
  if (/[?!.]$/.test(text)) return text;
  return question.language === 'fr' ? `${text}\u00a0?` : `${text}?`;
}

/** Happenings of the companies that are asked about, or of all. */
function centralFacts(question: Question, index: Index): Fact[] {
  const companies = question.companies.length > 0 ? question.companies : null;
  return [...index.base.facts.values()].filter(
    ({ company, timeline, measures }) => timeline !== null && measures.length > 0 && (companies === null || (company !== null && companies.includes(company))),
  );
}

function comparable(text: string): string {
  return foldText(text).replace(/[?!.\s]+$/, '');
}
