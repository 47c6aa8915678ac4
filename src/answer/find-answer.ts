import type { Fact } from '../facts/fact.ts';
import type { Index } from '../index/build-index.ts';
import { wordingKey } from '../index/wording.ts';
import { lacksDetail } from '../match/detail-fit.ts';
import { probabilityOf } from '../match/probability.ts';
import { type Match, rankTargets } from '../match/rank-targets.ts';
import type { Question } from '../question/question.ts';
import { tellingWords } from '../question/telling-words.ts';
import type { Answer } from './answer.ts';
import { composeFound } from './compose-found.ts';
import { composeSeveral } from './compose-several.ts';
import { composeUnknown } from './compose-unknown.ts';
import { factAgainstFigure, misplacedPerson } from './find-correction.ts';

/** An answer is worth +1 when right and -2 when wrong: it pays above this probability. Used before the first calibration. */
const BREAK_EVEN = 2 / 3;

/** An answer, how probable it is that it is right, from 0 to 1, and what it was chosen from, best first. */
export type Judged = { readonly answer: Answer; readonly certainty: number; readonly matches: readonly Match[] };

/** From a question to what the documents say, or to why they do not. */
export function findAnswer(question: Question, index: Index): Judged {
  const matches = rankTargets(question, index, index.base.abstention?.rank);
  const exact = exactTarget(question, index);
  if (exact?.target.kind === 'fact') return { answer: composeFound(question, exact, matches, index), certainty: 1, matches };
  if (exact?.target.kind === 'gap') return { answer: composeUnknown(question, matches, index, exact.target.gap), certainty: 1, matches };
  const best = composeBest(question, matches, index);
  const probability = best.certainty ?? probabilityOf(question, matches, index);
  const answer = probability >= (index.base.abstention?.threshold ?? BREAK_EVEN) ? best.answer : composeUnknown(question, matches, index, likelyGap(matches));
  return { answer, certainty: probability, matches };
}

/** The answer that fits best, whether or not it is certain enough to be given; `certainty` where it does not hang on the best match. */
export function composeBest(question: Question, matches: readonly Match[], index: Index): { answer: Answer; certainty: number | null } {
  const several = composeSeveral(question, matches, index);
  if (several) return several;
  const against = factAgainstFigure(question, index);
  const lead = giving(question, matches, against);
  if (lead === undefined) return { answer: composeUnknown(question, matches, index, likelyGap(matches)), certainty: 0 };
  if (lead.target.kind === 'fact' && lacksDetail(question, lead.target.fact))
    return { answer: composeUnknown(question, [lead, ...matches], index, likelyGap(matches)), certainty: 0 };
  const figures = figuresOnly(question, matches);
  if (figures) return { answer: composeFound(question, figures, matches, index), certainty: 1 };
  const sure = namesOnly(question) || against !== null || misplacedPerson(question, index) !== null;
  return { answer: composeFound(question, lead, matches, index), certainty: sure ? 1 : null };
}

/** The best fact; where it is known not to give the detail that is asked for, one nearly as good that gives it. */
function giving(question: Question, matches: readonly Match[], against: Fact | null): Match | undefined {
  const facts = matches.filter(({ target }) => target.kind === 'fact' && (against === null || target.fact === against));
  const [best] = facts;
  if (best?.target.kind !== 'fact' || !lacksDetail(question, best.target.fact)) return best;
  const gives = ({ target, traits, share }: Match) =>
    target.kind === 'fact' && !lacksDetail(question, target.fact) && (traits['detail'] ?? 0) > 0 && share >= best.share * NEARLY_AS_GOOD;
  return facts.find(gives) ?? best;
}

const NEARLY_AS_GOOD = 0.5;

/** A question that is a phrasing of the base, typos and endings aside. */
function exactTarget(question: Question, index: Index): Match | null {
  if (question.carried.length > 0) return null;
  const number = index.exact.get(wordingKey(question.wording));
  const target = number === undefined ? undefined : index.targets[number];
  return target ? { target, traits: {}, score: Number.POSITIVE_INFINITY, share: 1, phrasing: null, similarity: 1 } : null;
}

/** "duolingo ?": somebody wants to know what there is. */
function namesOnly({ wording, carried }: Question): boolean {
  if (carried.length > 0 || !wording.mentions.some(({ by }) => by === 'name')) return false;
  return tellingWords(wording).length === 0 && wording.words.length <= 4;
}

/** "klarna 66 %": the fact with the figures, where hardly anything else is said. */
function figuresOnly({ wording, carried }: Question, matches: readonly Match[]): Match | null {
  const figures = wording.figures.filter(({ year }) => !year);
  const said = new Set(tellingWords(wording).flatMap(({ word }) => (/\d/.test(word) ? [] : [word])));
  if (carried.length > 0 || figures.length === 0 || said.size > MOST_UNITS) return null;
  return matches.find(({ target, traits }) => target.kind === 'fact' && traits['figure'] === 1) ?? null;
}

const MOST_UNITS = 2;

/** A gap that no phrasing of it resembles at least this much was not meant. */
const ALIKE = 0.35;

/** The gap that was meant, where a gap is what fits best or nearly so. */
function likelyGap(matches: readonly Match[]) {
  const [best] = matches;
  const gap = matches.slice(0, 3).find(({ target }) => target.kind === 'gap');
  if (best === undefined || gap === undefined || gap.target.kind !== 'gap') return null;
  return gap.similarity >= ALIKE && (gap === best || gap.share > 0.2) ? gap.target.gap : null;
}
