import type { Weights } from '../facts/fact-base.ts';
import type { Index } from '../index/build-index.ts';
import type { Question } from '../question/question.ts';
import { type TellingWord, tellingWords } from '../question/telling-words.ts';
import { foldText } from '../text/fold-text.ts';
import { isFunctionWord } from '../text/function-words.ts';
import { stemWord } from '../text/stem-word.ts';
import { type Match, namedFeatures } from './rank-targets.ts';
import { targetKnows } from './target-support.ts';

/** What tells whether the best match answers the question; each roughly between 0 and 1. */
export function certaintyTraits(question: Question, matches: readonly Match[], index: Index): Weights {
  const [best, second] = matches;
  if (best === undefined) return { nothing: 1 };
  const facts = matches.filter(({ target }) => target.kind === 'fact');
  const gapShare = matches.reduce((sum, { target, share }) => sum + (target.kind === 'gap' ? share : 0), 0);
  const lead = facts[0] ?? best;
  const telling = tellingWords(question.wording);
  const unreported = unreportedConcepts(question, lead, index);
  return {
    share: best.share,
    margin: best.score - (second?.score ?? best.score),
    classifier: lead.traits['classifier'] ?? 0,
    nearest: lead.similarity,
    nearestSquared: lead.similarity ** 2,
    support: lead.traits['support'] ?? 0,
    about: lead.traits['about'] ?? 0,
    stranger: lead.traits['stranger'] ?? 0,
    named: question.entities.length > 0 ? 1 : 0,
    owner: lead.traits['owner'] ?? 0,
    figureMissing: question.wording.figures.length === 0 ? 0 : 1 - (lead.traits['figure'] ?? 0),
    gapShare,
    gapFirst: best.target.kind === 'gap' ? 1 : 0,
    gapNearer: nearestGap(matches) - lead.similarity,
    gapSurer: Math.max(0, surestGap(matches) - (lead.traits['classifier'] ?? 0)),
    gapExplains: explainsRest(question, telling, lead, matches, index),
    strange: strangeShare(telling, index),
    foreign: foreignWords(telling, index),
    detail: lead.traits['detail'] ?? 0,
    detailMissing: (lead.traits['detail'] ?? 0) < 0 ? 1 : 0,
    unexplained: unexplainedShare(telling, lead, index),
    foreignName: namesStranger(question, index) ? 1 : 0,
    offTopic: conceptShare(question, index, 'off-topic'),
    unreported,
    unreportedAny: unreported > 0 ? 1 : 0,
    kind: lead.traits['kind'] ?? 0,
    newConcepts: newConceptShare(question, lead, index),
    length: Math.min(1, question.wording.words.length / 30),
    followUp: question.carried.length > 0 ? 1 : 0,
    wide: question.shape === 'one' ? 0 : 1,
    aliveGap: best.target.kind === 'gap' ? best.similarity : 0,
    sayable: sayable(question, index),
    bare: telling.length === 0 ? 1 : 0,
    telling: Math.min(1, telling.length / 6),
    topTwo: best.share + (second?.share ?? 0),
  };
}

/** How much the question sounds like those that the documents answer (positive), or like those that they do not. */
function sayable(question: Question, index: Index): number {
  if (index.answerableClassifier === null) return 0;
  const [fact = 0, gap = 0] = index.answerableClassifier.read(namedFeatures(question, index)).scores;
  return fact - gap;
}

/** Share of the telling words that no phrasing and no term of the base has. */
function strangeShare(telling: readonly TellingWord[], index: Index): number {
  const words = telling.filter(({ word }) => !/^\d/.test(word));
  return words.length === 0 ? 0 : words.filter(({ stem }) => !index.vocabulary.stems.has(stem)).length / words.length;
}

/** Telling words that no fact is asked with and no fact holds: unknown ones, and those that only gaps are asked with. */
function foreignWords(telling: readonly TellingWord[], index: Index): number {
  const foreign = telling.filter(({ word, stem }) => !/^\d/.test(word) && !index.factStems.has(stem));
  return Math.min(1, foreign.length / 3);
}

/** A capitalised word in mid-sentence that is no name of ours and that no fact knows: a company or place from elsewhere. */
export function namesStranger({ text, wording }: Question, index: Index): boolean {
  const capitalised = text.match(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}{2,}/gu) ?? [];
  const ours = new Set(wording.words.filter((_, at) => wording.named[at]));
  return capitalised.some((name) => {
    const word = foldText(name);
    return !ours.has(word) && !isFunctionWord(word) && !index.factStems.has(stemWord(word));
  });
}

/** Share of the telling words and concepts that the fact explains neither by its phrasings nor by its own words. */
function unexplainedShare(telling: readonly TellingWord[], lead: Match, index: Index): number {
  let all = 0;
  let unexplained = 0;
  for (const { stem } of telling) {
    const name = `w:${stem}`;
    const weight = index.weightOf(name) || index.greatestWeight;
    all += weight;
    if (!targetKnows(lead.target, name, index)) unexplained += weight;
  }
  return all === 0 ? 0 : unexplained / all;
}

function conceptShare({ wording }: Question, index: Index, sort: string): number {
  if (wording.concepts.length === 0) return 0;
  return wording.concepts.filter((concept) => index.conceptSorts.get(concept) === sort).length / wording.concepts.length;
}

/** Concepts that news on layoffs rarely answers, asked for and not known to the fact. */
function unreportedConcepts({ wording }: Question, lead: Match, index: Index): number {
  const asked = wording.concepts.filter((concept) => index.conceptSorts.get(concept) === 'unreported');
  return Math.min(1, asked.filter((concept) => !targetKnows(lead.target, `c:${concept}`, index)).length / 2);
}

/** Share of the concepts that neither the fact's words nor its phrasings hold. */
function newConceptShare({ wording }: Question, lead: Match, index: Index): number {
  const concepts = wording.concepts.filter((concept) => !concept.startsWith('q-'));
  return concepts.length === 0 ? 0 : concepts.filter((concept) => !targetKnows(lead.target, `c:${concept}`, index)).length / concepts.length;
}

/** Of what the fact does not explain, by weight in all that is asked: as much as the one gap that knows most of it explains. */
function explainsRest({ wording }: Question, telling: readonly TellingWord[], lead: Match, matches: readonly Match[], index: Index): number {
  const names = [...wording.concepts.map((concept) => `c:${concept}`), ...telling.map(({ stem }) => `w:${stem}`)];
  const weights = names.map((name) => index.weightOf(name) || index.greatestWeight);
  const rest = names.flatMap((name, at) => (targetKnows(lead.target, name, index) ? [] : [[name, weights[at] ?? 0] as const]));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (rest.length === 0 || all === 0) return 0;
  const gaps = matches.slice(0, GAPS_SOUGHT).filter(({ target }) => target.kind === 'gap');
  return Math.max(0, ...gaps.map(({ target }) => rest.reduce((sum, [name, weight]) => sum + (targetKnows(target, name, index) ? weight : 0), 0) / all));
}

const GAPS_SOUGHT = 20;

function surestGap(matches: readonly Match[]): number {
  return Math.max(0, ...matches.map(({ target, traits }) => (target.kind === 'gap' ? (traits['classifier'] ?? 0) : 0)));
}

function nearestGap(matches: readonly Match[]): number {
  return Math.max(0, ...matches.filter(({ target }) => target.kind === 'gap').map(({ similarity }) => similarity));
}

/** Probability that the best match answers the question, by the calibrated weights. */
export function certainty(traits: Weights, weights: Weights): number {
  let sum = weights['bias'] ?? 0;
  for (const [name, value] of Object.entries(traits)) sum += value * (weights[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
