import type { Fact } from '../facts/fact.ts';
import type { Index } from '../index/build-index.ts';
import type { Question } from '../question/question.ts';
import { formatFigure } from '../text/format-figure.ts';
import type { Language, Localised } from '../text/language.ts';
import type { Several } from './answer.ts';
import { companyName } from './compose-total.ts';
import { concernsLayoffs, type LayoffFigure, layoffFigures, uncountedCuts } from './layoff-figures.ts';

/** Topics whose date is a layoff's. */
const CUT_TOPICS = new Set(['jobs-cut', 'earlier-cuts', 'cut-when']);
const MOST_RANKED = 4;

/** The largest, smallest, earliest or latest layoff; says what does not rank, and why. */
export function composeMost(question: Question, index: Index): Several | null {
  if (question.companies.length > 0 || !concernsLayoffs(question, index)) return null;
  return /earliest|oldest|ancien|premier|first/.test(question.wording.words.join(' ')) ? composeEarliest(index) : composeLargest(index);
}

function composeLargest(index: Index): Several | null {
  const figures = layoffFigures(index, null);
  const exact = figures.filter(({ measure }) => measure.value !== undefined).sort((left, right) => (right.measure.value ?? 0) - (left.measure.value ?? 0));
  const [largest] = exact;
  if (largest === undefined) return null;
  const vague = figures.filter(({ measure }) => measure.value === undefined).map(({ fact }) => fact);
  const named = [...vague, ...uncountedCuts(index, null, figures)];
  return {
    kind: 'several',
    shape: 'most',
    summary: { en: nameLargest(largest, 'en', index), fr: nameLargest(largest, 'fr', index) },
    sections: [{ entity: null, facts: [...exact.slice(0, MOST_RANKED).map(({ fact }) => fact), ...named] }],
    caveat: named.length === 0 ? null : { en: unranked(named, 'en', index), fr: unranked(named, 'fr', index) },
  };
}

function nameLargest({ fact, measure }: LayoffFigure, language: Language, index: Index): string {
  const name = companyName(fact.company, language, index);
  const figure = formatFigure(measure.value ?? 0, language);
  return language === 'fr' ? `Le plus grand nombre donné : ${name}, ${figure}.` : `The largest number given: ${name}, ${figure}.`;
}

const UNRANKED: Localised = {
  en: 'cannot be ranked: the documents give no exact number. A percentage and a number of people do not rank against each other either.',
  fr: 'impossible à classer : les documents ne donnent pas de nombre exact. Un pourcentage et un nombre de personnes ne se classent pas non plus entre eux.',
};

/** Names the companies that cannot be ranked, and says why. */
export function unranked(facts: readonly Fact[], language: Language, index: Index): string {
  const names = [...new Set(facts.map(({ company }) => companyName(company, language, index)))];
  return `${names.join(', ')}${language === 'fr' ? ' : ' : ': '}${UNRANKED[language]}`;
}

/** Layoffs with a date, oldest first. */
function composeEarliest(index: Index): Several | null {
  const dated = [...index.base.facts.values()].filter(({ timeline, date, topic }) => timeline !== null && date?.iso !== undefined && CUT_TOPICS.has(topic));
  dated.sort((left, right) => (left.date?.iso ?? '').localeCompare(right.date?.iso ?? ''));
  if (dated.length < 2) return null;
  return { kind: 'several', shape: 'most', summary: null, sections: [{ entity: null, facts: dated.slice(0, MOST_RANKED) }], caveat: null };
}
