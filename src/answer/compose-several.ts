import type { Fact } from '../facts/fact.ts';
import type { Index } from '../index/build-index.ts';
import { probabilityOf } from '../match/probability.ts';
import { type Match, rankTargets } from '../match/rank-targets.ts';
import type { Question } from '../question/question.ts';
import type { Localised } from '../text/language.ts';
import type { Section, Several } from './answer.ts';
import { compareFigures } from './compare-figures.ts';
import { composeMost } from './compose-most.ts';
import { composeTotal } from './compose-total.ts';
import { layoffFigures, namesLayoffs, uncountedCuts } from './layoff-figures.ts';
import { listEntities } from './list-entities.ts';
import { matchedFacts } from './matched-facts.ts';

/** More facts than this are a file, not an answer. */
const MOST_FACTS = 10;
const FACTS_A_SIDE = 3;
const LISTED = 6;
/** A runner-up is listed while it is this likely, measured by the best of its company. */
const LISTED_SHARE = 0.04;
/** A company belongs on a list across companies while its best fact scores within this of the best of all. */
const SAME_SUBJECT = 3;

/** `certainty` is null where the answer is as sure as the best match is. */
type Composed = { readonly answer: Several; readonly certainty: number | null };

/** The answer to a question that wants several facts put together; null where one fact is what is asked for. */
export function composeSeveral(question: Question, matches: readonly Match[], index: Index): Composed | null {
  switch (question.shape) {
    case 'compare':
      return sure(compareFigures(question, index) ?? listNamed(question, matches, index)) ?? composeCompare(question, index);
    case 'list':
      return (
        sure(listLayoffs(question, index) ?? listEntities(question, matches, index)) ??
        acrossCompanies(question, index) ??
        asSureAsMatch(composeList(question, substantial(matches)))
      );
    case 'timeline':
      return sure(composeTimeline(question, index));
    case 'both-sides':
      return asSureAsMatch(composeBothSides(substantial(matches), index));
    case 'total':
      return sure(composeTotal(question, index));
    case 'most':
      return sure(composeMost(question, index));
    case 'one':
    case 'who-says':
      return null;
  }
}

/** A list of names that is asked of several companies at once. */
function listNamed(question: Question, matches: readonly Match[], index: Index): Several | null {
  return LISTING.test(question.text) ? listEntities(question, matches, index) : null;
}

const LISTING = /\b(?:list\w*|names?|noms?|nomm[ée]\w*|cit[ée]\w*|quels|which (?:ceos?|outlets|media))(?!\p{L})/iu;

/** Without what only the page says, and without headlines of other articles. */
function substantial(matches: readonly Match[]): Match[] {
  return matches.filter(({ target }) => target.kind === 'gap' || (target.fact.claimant.kind !== 'page-note' && target.fact.claimant.kind !== 'headline-only'));
}

function sure(answer: Several | null): Composed | null {
  return answer && { answer, certainty: 1 };
}

function asSureAsMatch(answer: Several | null): Composed | null {
  return answer && { answer, certainty: null };
}

/** For each company that is compared, what answers the question best when asked of it alone, and what the documents do not give. */
function composeCompare(question: Question, index: Index): Composed | null {
  const asked = question.companies.map((company) => askedOf(question, company, index));
  const told = asked.filter(({ certainty }) => certainty >= SURE_ENOUGH_TO_COMPARE);
  const sections = told
    .map(({ company, matches }) => ({ entity: company, facts: bestOf(matches, company, FACTS_A_SIDE, COMPARED_SHARE) }))
    .filter(({ facts }) => facts.length > 0);
  if (sections.length === 0 || asked.length < 2) return null;
  const gaps = asked.flatMap(({ matches }) => (matches[0]?.target.kind === 'gap' ? [matches[0].target.gap.statement] : []));
  if (sections.length < 2 && gaps.length === 0) return null;
  const mean = asked.reduce((sum, { certainty }) => sum + certainty, 0) / asked.length;
  return { answer: several('compare', sections, joined(gaps)), certainty: Math.min(1, mean * COMPARISON_HELPS) };
}

/** In a comparison each side is asked for with the other's words, too, and so looks less sure than it is. */
const SURE_ENOUGH_TO_COMPARE = 0.25;
const COMPARISON_HELPS = 1.5;
const COMPARED_SHARE = 0.05;

function askedOf(question: Question, company: string, index: Index) {
  const belongs = (id: string) => id === company || index.base.entities.get(id)?.role?.of === company;
  const alone: Question = {
    ...question,
    shape: 'one',
    companies: [company],
    entities: question.entities.filter(belongs),
    wording: { ...question.wording, mentions: question.wording.mentions.filter(({ entity }) => belongs(entity)) },
  };
  const matches = rankTargets(alone, index, index.base.abstention?.rank);
  return { company, matches, certainty: probabilityOf(alone, matches, index) };
}

/** For each company of which it is likely true: what answers the question when asked of it alone. */
function acrossCompanies(question: Question, index: Index): Composed | null {
  if (question.companies.length > 0 || question.entities.length > 0 || !asksForCompanies(question)) return null;
  const asked = [...index.base.entities.values()]
    .filter(({ id, kind }) => kind === 'company' && index.byEntity.has(id))
    .map(({ id }) => askedOf({ ...question, entities: [id] }, id, index))
    .map(({ company, matches, certainty }) => ({ company, certainty, facts: leadsWithFact(matches) ? bestOf(onSubject(matches), company, 1) : [] }))
    .filter(({ certainty, facts }) => certainty >= SURE_ENOUGH_TO_LIST && facts.length > 0)
    .sort((left, right) => right.certainty - left.certainty);
  if (asked.length < 2) return null;
  const sections = asked.map(({ company, facts }) => ({ entity: company, facts }));
  return { answer: several('list', sections.slice(0, MOST_FACTS), null), certainty: asked[0]?.certainty ?? 0 };
}

const SURE_ENOUGH_TO_LIST = 0.4;

/** What is told of one company among many has to be on the subject by its topic or by its words. */
function onSubject(matches: readonly Match[]): Match[] {
  return substantial(matches).filter(({ traits }) => (traits['topic'] ?? 0) >= 0.3 || (traits['support'] ?? 0) >= 0.5);
}

function leadsWithFact([best]: readonly Match[]): boolean {
  return best?.target.kind === 'fact';
}

/** Across companies where none is named, otherwise what there is about the one. */
function composeList(question: Question, matches: readonly Match[]): Several | null {
  if (question.companies.length > 0 || !asksForCompanies(question)) {
    const ranked = matchedFacts(matches);
    const best = ranked[0]?.match.share ?? 0;
    const facts = ranked.filter(({ match }) => match.share >= best * LISTED_SHARE).slice(0, LISTED);
    return facts.length < 2 ? null : several('list', [{ entity: null, facts: facts.map(({ fact }) => fact) }], null);
  }
  const best = matches[0]?.score ?? 0;
  const near = matches.filter(({ score }) => score >= best - SAME_SUBJECT);
  const companies = companiesOf(near);
  const sections = companies.map((company) => ({ entity: company, facts: bestOf(near, company, 1) }));
  return sections.length < 2 ? null : several('list', sections.slice(0, MOST_FACTS), missing(near, companies));
}

/** Every company that the documents report as cutting jobs. */
function listLayoffs(question: Question, index: Index): Several | null {
  if (question.companies.length > 0 || !asksForCompanies(question) || !namesLayoffs(question)) return null;
  const figures = layoffFigures(index, null);
  const facts = [...figures.map(({ fact }) => fact), ...uncountedCuts(index, null, figures)];
  const companies = [...new Set(facts.flatMap(({ company }) => company ?? []))];
  const sections = companies.map((company) => ({ entity: company, facts: facts.filter((fact) => fact.company === company).slice(0, 1) }));
  return several('list', sections, null);
}

function asksForCompanies({ wording }: Question): boolean {
  return wording.concepts.includes('company') || wording.concepts.includes('other-companies');
}

/** The happenings of a company in order. */
function composeTimeline(question: Question, index: Index): Several | null {
  return question.companies.length === 0 ? null : tellTimelines(question.companies, index);
}

/** Null where no company has a story of several happenings. */
export function tellTimelines(companies: readonly string[], index: Index): Several | null {
  const sections = companies
    .map((company) => ({ entity: company, facts: happenings(company, index).slice(0, MOST_FACTS) }))
    .filter(({ facts }) => facts.length > 1);
  return sections.length === 0 ? null : several('timeline', sections, null);
}

/** What happened at a company and when, as far as the documents tell, earliest first. */
export function happenings(company: string, index: Index): Fact[] {
  const facts = (index.byEntity.get(company) ?? []).flatMap((number) => {
    const target = index.targets[number];
    return target?.kind === 'fact' && target.fact.company === company && target.fact.timeline !== null ? [target.fact] : [];
  });
  return facts.sort((left, right) => (left.timeline ?? 0) - (right.timeline ?? 0));
}

/** The two claims that stand against each other and fit the question best; otherwise what other documents say of the same. */
function composeBothSides(matches: readonly Match[], index: Index): Several | null {
  const all = matchedFacts(matches);
  const ranked = all.slice(0, SIDES_SOUGHT);
  const [lead] = ranked;
  if (!lead) return null;
  const pairs = opposedPairs(ranked, index);
  const [best] = pairs;
  const pairLeads = best !== undefined && best.score / 2 >= lead.match.score - SAME_SUBJECT;
  const sides = pairs.slice(0, 2).flatMap(({ one, other }) => [one, other]);
  const told = new Set([lead.fact, ...sides].map(({ quotes }) => quotes[0].document));
  const elsewhere = all.filter(({ fact }) => fact.company === lead.fact.company && !told.has(fact.quotes[0].document));
  const facts = [
    ...new Set([
      ...(pairLeads ? sides : [lead.fact, ...sides]),
      lead.fact,
      ...elsewhere.slice(0, sides.length > 0 ? 1 : 2).map(({ fact }) => fact),
      ...completing(sides, index),
      ...ranked.slice(1, 3).map(({ fact }) => fact),
    ]),
  ];
  const same = facts.filter(({ company }) => company === lead.fact.company).slice(0, LISTED);
  return same.length < 2 ? null : several('both-sides', [{ entity: null, facts: same }], null);
}

/** Facts that contradict or replace each other, the pairs that fit the question best first. */
function opposedPairs(ranked: readonly { fact: Fact; match: Match }[], index: Index) {
  const pairs = ranked.flatMap((one) => {
    const against = opposed(one.fact.id, index);
    return ranked
      .filter((other) => against.has(other.fact.id) && one.match.score > other.match.score)
      .map((other) => ({ one: one.fact, other: other.fact, score: one.match.score + other.match.score }));
  });
  return pairs.sort((left, right) => right.score - left.score);
}

/** What completes the sides: the figure, date or reason of what is told. */
function completing(sides: readonly Fact[], index: Index): Fact[] {
  return sides.flatMap(({ relations }) => relations.completes.slice(0, 2)).flatMap((id) => index.base.facts.get(id) ?? []);
}

const SIDES_SOUGHT = 20;

function opposed(id: string, index: Index): Set<string> {
  const { disputing, replacedBy, replaces } = index.relations;
  return new Set([...(disputing.get(id) ?? []), ...(replacedBy.get(id) ?? []), ...(replaces.get(id) ?? [])]);
}

function several(shape: Several['shape'], sections: readonly Section[], caveat: Several['caveat']): Several {
  return { kind: 'several', shape, summary: null, sections, caveat };
}

function companiesOf(matches: readonly Match[]): string[] {
  return [...new Set(matchedFacts(matches).flatMap(({ fact }) => fact.company ?? []))];
}

function bestOf(matches: readonly Match[], company: string, most: number, leastShare = 0.15): Fact[] {
  const own = matchedFacts(matches).filter(({ fact }) => fact.company === company);
  const best = own[0]?.match.share ?? 0;
  return own
    .filter(({ match }) => match.share >= best * leastShare)
    .slice(0, most)
    .map(({ fact }) => fact);
}

/** What the documents are known not to give for one of the companies, where that is what fits the question best. */
function missing(matches: readonly Match[], companies: readonly string[]): Several['caveat'] {
  return joined(
    companies.flatMap((company) => {
      const best = matches.find(({ target }) => target.company === company);
      return best?.target.kind === 'gap' ? [best.target.gap.statement] : [];
    }),
  );
}

function joined(statements: readonly Localised[]): Localised | null {
  return statements.length === 0 ? null : { en: statements.map(({ en }) => en).join(' '), fr: statements.map(({ fr }) => fr).join(' ') };
}
