import type { Fact, Measure } from '../facts/fact.ts';
import type { Index } from '../index/build-index.ts';
import { topicShare } from '../match/rank-targets.ts';
import type { Question } from '../question/question.ts';
import { isFunctionWord } from '../text/function-words.ts';

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

const LAYOFF_TOPICS = new Set([
  'jobs-cut',
  'earlier-cuts',
  'share-cut',
  'headcount-change',
  'rounds',
  'cut-when',
  'cut-where',
  'proportion',
  'other-headlines',
  'sector-example',
]);
const MOSTLY = 0.4;

/** Whether the question is about how many people lost their jobs, or mostly about layoffs by its topic. */
export function concernsLayoffs(question: Question, index: Index): boolean {
  return (namesLayoffs(question) && (asksHowMuch(question) || asksNothingElse(question))) || topicShare(question, index, LAYOFF_TOPICS) >= MOSTLY;
}

const LAYOFF_CONCEPTS = new Set(['layoff', 'job-cuts', 'headcount-drop', 'headcount', 'workforce']);
const LAYOFF_WORDS =
  /^(?:cut|cuts|cutting|lost|lose|losses|fired|fire|sacked|axed|layoffs?|licenci\w*|supprim\w*|suppression\w*|vire\w*|coupes?|departs?|postes|jobs|reduit|reductions?)$/;

/** Whether the question speaks of layoffs at all. */
export function namesLayoffs({ wording }: Question): boolean {
  return wording.concepts.some((concept) => LAYOFF_CONCEPTS.has(concept)) || wording.words.some((word) => LAYOFF_WORDS.test(word));
}

const AMOUNT_WORDS =
  /^(?:more|most|fewer|fewest|less|least|many|number|numbers|figures?|size|sizes|biggest|largest|smallest|share|total|combien|plus|moins|nombre|chiffres?|gros|grosse|grand|grande|part|proportion|earliest|oldest|first|anciennes?|premieres?)$/;

/** "Compare the layoffs at Klarna and Fiverr". */
function asksNothingElse({ wording }: Question): boolean {
  return wording.words.every((word, at) => wording.named[at] || isFunctionWord(word) || LAYOFF_WORDS.test(word) || COMPARING_WORDS.test(word));
}

const COMPARING_WORDS = /^(?:compar\w*|versus|vs|contre|licencie\w*|redundanc\w*|side|beside)$/;

function asksHowMuch({ wording }: Question): boolean {
  return wording.words.some((word) => AMOUNT_WORDS.test(word));
}
