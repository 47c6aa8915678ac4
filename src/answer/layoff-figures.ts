import type { Fact, Measure } from '../facts/fact.ts';
import { topicShare } from '../match/rank-targets.ts';
import type { Question } from '../question/question.ts';
import type { Index } from '../index/build-index.ts';

/** What a document says of how many people a company let go: a number, or something vaguer. */
export type LayoffFigure = { readonly fact: Fact; readonly measure: Measure };

/** Figures of layoffs themselves, one an event: headlines that repeat a figure are left out. */
export function layoffFigures(index: Index, companies: readonly string[] | null): LayoffFigure[] {
  const figures = [...index.base.facts.values()].flatMap((fact) => {
    const measure = fact.measures.find(({ quantity, basis }) => quantity === 'people-laid-off' && basis === 'stated');
    const wanted = companies === null || (fact.company !== null && companies.includes(fact.company));
    return measure && wanted ? [{ fact, measure }] : [];
  });
  return figures.filter((figure, at) => !figures.some((other, before) => before < at && sameEvent(figure, other)));
}

function sameEvent(left: LayoffFigure, right: LayoffFigure): boolean {
  return left.fact.company === right.fact.company && left.measure.value === right.measure.value && left.fact.date?.iso === right.fact.date?.iso;
}

/** Companies that are said to have cut jobs, without a number. */
export function uncountedCuts(index: Index, companies: readonly string[] | null, counted: readonly LayoffFigure[]): Fact[] {
  const seen = new Set(counted.map(({ fact }) => fact.company));
  return [...index.base.facts.values()].filter(({ company, topic, timeline }) => {
    if (company === null || seen.has(company) || timeline === null || !CUT_TOPICS.has(topic)) return false;
    if (companies !== null && !companies.includes(company)) return false;
    seen.add(company);
    return true;
  });
}

const CUT_TOPICS = new Set(['jobs-cut', 'cut-when']);

const LAYOFF_TOPICS = new Set(['jobs-cut', 'earlier-cuts', 'share-cut', 'headcount-change', 'rounds', 'cut-when', 'cut-where', 'proportion', 'other-headlines', 'sector-example']);
const MOSTLY = 0.4;

/** Whether the question is mostly about how many people lost their jobs, and when. */
export function concernsLayoffs(question: Question, index: Index): boolean {
  return topicShare(question, index, LAYOFF_TOPICS) >= MOSTLY;
}
