import type { Fact } from '../facts/fact.ts';
import type { Index } from '../index/build-index.ts';
import type { Match } from '../match/rank-targets.ts';
import { targetHolds } from '../match/target-support.ts';
import type { Question } from '../question/question.ts';
import type { Found } from './answer.ts';
import { findCorrection } from './find-correction.ts';
import { matchedFacts } from './matched-facts.ts';

/** A person reads this many statements at most. */
const MOST_STATEMENTS = 3;
/** Facts are told until they cover this much of the probability. */
const ENOUGH = 0.9;
/** A fact that is less likely meant than this is told only where it completes the lead. */
const WORTH_TELLING = 0.04;
/** Below this likeness to a phrasing, its yes or no is not taken over. */
const ALIKE = 0.62;

/** One fact answers; what is nearly as likely meant or completes it stands beside it. */
export function composeFound(question: Question, lead: Match, matches: readonly Match[], index: Index): Found {
  const fact = lead.target.kind === 'fact' ? lead.target.fact : null;
  if (fact === null) throw new TypeError('a gap cannot lead an answer');
  const disputes = related(index.relations.disputing, fact, index).slice(0, 1);
  const later = related(index.relations.replacedBy, fact, index).slice(0, 1);
  const sides = disputes.length + later.length;
  const correction = findCorrection(question, fact, index);
  return {
    kind: 'found',
    polarity: correction ? null : polarityOf(question, lead, index),
    correction,
    lead: fact,
    also: alsoWorthTelling(question, fact, matches, index)
      .filter((other) => !disputes.includes(other) && !later.includes(other))
      .slice(0, MOST_STATEMENTS - 1 - Math.min(sides, 1)),
    disputes,
    later,
  };
}

function related(relation: ReadonlyMap<string, readonly string[]>, fact: Fact, index: Index): Fact[] {
  return (relation.get(fact.id) ?? []).flatMap((id) => index.base.facts.get(id) ?? []);
}

/** Runners-up while the lead is unsure, then what completes it. */
function alsoWorthTelling(question: Question, lead: Fact, matches: readonly Match[], index: Index): Fact[] {
  const ranked = matchedFacts(matches);
  const own = ranked.find(({ fact }) => fact === lead)?.match.share ?? 1;
  let covered = own;
  const told: Fact[] = [];
  for (const { fact, match } of ranked) {
    if (fact === lead || !concernsSame(question, fact, lead)) continue;
    if (covered >= ENOUGH || match.share < WORTH_TELLING) break;
    told.push(fact);
    covered += match.share;
  }
  const completing = lead.relations.completes.flatMap((id) => index.base.facts.get(id) ?? []);
  const likelihood = (fact: Fact) => ranked.find((entry) => entry.fact === fact)?.match.share ?? 0;
  completing.sort((left, right) => likelihood(right) - likelihood(left));
  const rest = answeringTheRest(question, lead, ranked, index);
  return [...new Set([...rest, ...told, ...completing])];
}

/** "Speed and satisfaction?": a fact on another topic, itself likely meant, that holds what is asked for and the lead does not hold. */
function answeringTheRest(question: Question, lead: Fact, ranked: readonly { fact: Fact; match: Match }[], index: Index): Fact[] {
  const own = ranked.find(({ fact }) => fact === lead)?.match.target;
  if (own === undefined || !JOINING.test(question.text)) return [];
  const rest = question.wording.concepts.filter((concept) => !concept.startsWith('q-') && !targetHolds(own, `c:${concept}`, index));
  const holding = ranked
    .filter(({ fact, match }) => fact.topic !== lead.topic && fact.company === lead.company && match.share >= WORTH_ADDING)
    .map(({ fact, match }) => ({ fact, held: rest.filter((concept) => targetHolds(match.target, `c:${concept}`, index)).length }));
  const most = Math.max(0, ...holding.map(({ held }) => held));
  return most === 0
    ? []
    : holding
        .filter(({ held }) => held === most)
        .slice(0, 1)
        .map(({ fact }) => fact);
}

const WORTH_ADDING = 0.005;
const JOINING = /(?<!\p{L})(?:and|et|&|plus|as well as|ainsi que|\+)(?!\p{L})/iu;

function concernsSame(question: Question, fact: Fact, lead: Fact): boolean {
  return question.companies.length > 0 || fact.company === lead.company || fact.about.some((id) => lead.about.includes(id));
}

/** Yes or no, where the question is nearly a phrasing that expects it. */
function polarityOf(question: Question, lead: Match, index: Index): 'yes' | 'no' | null {
  if (lead.phrasing === null || lead.similarity < ALIKE || question.carried.length > 0) return null;
  const phrasing = index.targetPhrasings[lead.phrasing];
  if (phrasing === undefined || phrasing.polarity === null) return null;
  const asked = index.reader.read(phrasing.text, null);
  return sameNegation(question.wording.words, asked.words) ? phrasing.polarity : null;
}

const NEGATIONS = new Set('not no never none without pas jamais aucun aucune sans rien plus'.split(' '));

function sameNegation(left: readonly string[], right: readonly string[]): boolean {
  const count = (words: readonly string[]) => words.filter((word) => NEGATIONS.has(word)).length;
  return count(left) % 2 === count(right) % 2;
}
