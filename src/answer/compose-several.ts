import type { Fact } from '../facts/fact.ts';
import type { Index } from '../index/build-index.ts';
import type { Match } from '../match/rank-targets.ts';
import type { Question } from '../question/question.ts';
import type { Section, Several } from './answer.ts';
import { composeMost } from './compose-most.ts';
import { composeTotal } from './compose-total.ts';
import { matchedFacts } from './matched-facts.ts';

/** More facts than this are a file, not an answer. */
const MOST_FACTS = 8;
const FACTS_A_SIDE = 2;
const LISTED = 5;
/** A runner-up is listed while it is this likely, measured by the best of its company. */
const LISTED_SHARE = 0.08;
/** A company belongs on a list across companies while its best fact scores within this of the best of all. */
const SAME_SUBJECT = 3;

/** The answer to a question that wants several facts put together; null where one fact is what is asked for. */
export function composeSeveral(question: Question, matches: readonly Match[], index: Index): Several | null {
  switch (question.shape) {
    case 'compare':
      return composeCompare(question, matches);
    case 'list':
      return composeList(question, matches);
    case 'timeline':
      return composeTimeline(question, index);
    case 'both-sides':
      return composeBothSides(matches, index);
    case 'total':
      return composeTotal(question, matches, index);
    case 'most':
      return composeMost(question, matches, index);
    case 'one':
    case 'who-says':
      return null;
  }
}

/** For each company that is compared, what answers the question best, and what the documents do not give. */
function composeCompare(question: Question, matches: readonly Match[]): Several | null {
  const companies = question.companies.length > 1 ? question.companies : companiesOf(matches).slice(0, 2);
  if (companies.length < 2) return null;
  const sections = companies.map((company) => ({ entity: company, facts: bestOf(matches, company, FACTS_A_SIDE) })).filter(({ facts }) => facts.length > 0);
  if (sections.length < 2) return null;
  return several('compare', sections, missing(matches, companies));
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

function asksForCompanies({ wording }: Question): boolean {
  return wording.concepts.includes('company') || wording.concepts.includes('other-companies');
}

/** The happenings of a company in order. */
function composeTimeline(question: Question, index: Index): Several | null {
  const companies = question.companies.length > 0 ? question.companies : null;
  if (companies === null) return null;
  const sections = companies.map((company) => ({ entity: company, facts: happenings(company, index).slice(0, MOST_FACTS) })).filter(({ facts }) => facts.length > 1);
  return sections.length === 0 ? null : several('timeline', sections, null);
}

function happenings(company: string, index: Index): Fact[] {
  const facts = (index.byEntity.get(company) ?? []).flatMap((number) => {
    const target = index.targets[number];
    return target?.kind === 'fact' && target.fact.company === company && target.fact.timeline !== null ? [target.fact] : [];
  });
  return facts.sort((left, right) => (left.timeline ?? 0) - (right.timeline ?? 0));
}

/** The best match, and the claims that stand against it; otherwise what other documents say of the same. */
function composeBothSides(matches: readonly Match[], index: Index): Several | null {
  const ranked = matchedFacts(matches).map(({ fact }) => fact);
  const [lead] = ranked;
  if (!lead) return null;
  const against = new Set([...(index.relations.disputing.get(lead.id) ?? []), ...(index.relations.replacedBy.get(lead.id) ?? []), ...(index.relations.replaces.get(lead.id) ?? [])]);
  const opposed = ranked.filter(({ id }) => against.has(id));
  const elsewhere = ranked.filter((fact) => fact.company === lead.company && fact.quotes[0].document !== lead.quotes[0].document);
  const others = [...new Set([...opposed.slice(0, FACTS_A_SIDE), ...elsewhere.slice(0, FACTS_A_SIDE), ...ranked.slice(1)])].filter((fact) => fact !== lead && fact.company === lead.company);
  return others.length === 0 ? null : several('both-sides', [{ entity: null, facts: [lead, ...others.slice(0, 3)] }], null);
}

function several(shape: Several['shape'], sections: readonly Section[], caveat: Several['caveat']): Several {
  return { kind: 'several', shape, summary: null, sections, caveat };
}

function companiesOf(matches: readonly Match[]): string[] {
  return [...new Set(matchedFacts(matches).flatMap(({ fact }) => fact.company ?? []))];
}

function bestOf(matches: readonly Match[], company: string, most: number): Fact[] {
  const own = matchedFacts(matches).filter(({ fact }) => fact.company === company);
  const best = own[0]?.match.share ?? 0;
  return own
    .filter(({ match }) => match.share >= best * 0.15)
    .slice(0, most)
    .map(({ fact }) => fact);
}

/** What the documents are known not to give for one of the companies, where that is what fits the question best. */
function missing(matches: readonly Match[], companies: readonly string[]): Several['caveat'] {
  const gaps = companies.flatMap((company) => {
    const best = matches.find(({ target }) => target.company === company);
    return best?.target.kind === 'gap' ? [best.target.gap.statement] : [];
  });
  return gaps.length === 0 ? null : { en: gaps.map(({ en }) => en).join(' '), fr: gaps.map(({ fr }) => fr).join(' ') };
}
