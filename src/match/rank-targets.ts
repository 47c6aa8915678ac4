import type { Weights } from '../facts/fact-base.ts';
import type { Index } from '../index/build-index.ts';
import { entityNames, isWordName, maskedEntityNames, topicalNames } from '../index/feature-names.ts';
import { kindsIn } from '../index/question-kinds.ts';
import { holdsFeature } from '../index/support.ts';
import type { Target } from '../index/target.ts';
import type { Question } from '../question/question.ts';
import { detailFit } from './detail-fit.ts';
import { findCandidates } from './find-candidates.ts';
import type { Asked, Opinions } from './opinions.ts';
import { targetSupport } from './target-support.ts';

/** A fact or gap that might be meant. */
export type Match = {
  readonly target: Target;
  /** Named traits of the match, each roughly between -1 and 1. */
  readonly traits: Weights;
  /** Weighted sum of the traits; only the order and the differences mean anything. */
  readonly score: number;
  /** Share of this match among all the candidates; they add up to 1. */
  readonly share: number;
  /** The phrasing that the question is most like (its place in `targetPhrasings`), and how much, from 0 to 1. */
  readonly phrasing: number | null;
  readonly similarity: number;
};

/** All the candidates, best first. */
export function rankTargets(question: Question, index: Index, weights: Weights = UNCALIBRATED): Match[] {
  const opinions = formOpinions(question, index);
  const matches = findCandidates(question, index, opinions).map((target) => {
    const traits = traitsOf(target, question, index, opinions);
    const phrasing = opinions.targets?.nearest.phrasings[target.number] ?? -1;
    return {
      target,
      traits,
      score: scoreOf(traits, weights),
      phrasing: phrasing < 0 ? null : phrasing,
      similarity: opinions.targets?.nearest.similarities[target.number] ?? 0,
    };
  });
  const best = Math.max(...matches.map(({ score }) => score));
  const total = matches.reduce((sum, { score }) => sum + Math.exp(score - best), 0);
  return matches.map((match) => ({ ...match, share: Math.exp(match.score - best) / total })).sort((left, right) => right.score - left.score);
}

function scoreOf(traits: Weights, weights: Weights): number {
  let score = 0;
  for (const name in traits) score += (traits[name] ?? 0) * (weights[name] ?? 0);
  return score;
}

/** Before the first calibration. */
export const UNCALIBRATED: Weights = {
  classifier: 6,
  nearest: 6,
  topic: 1.5,
  support: 3,
  about: 2,
  stranger: -3,
  figure: 4,
  kind: 1,
  owner: 1,
  detail: 0.5,
  gap: -0.3,
};

function formOpinions(question: Question, index: Index): Opinions {
  const names = topicalNamesOf(question);
  const topical = index.features.known(names);
  const masked = maskedFeatures(question, topical, index);
  const topics = index.topicClassifier.read(masked);
  const owners = question.companies.length > 0 ? null : index.ownerClassifier;
  return {
    targets: index.targetClassifier?.read(namedFeatures(question, index)) ?? null,
    topics,
    topicShares: softmax(topics.scores, SHARPNESS),
    ownerShares: owners && softmax(owners.read(masked).scores, SHARPNESS),
    asked: weighWords(index.features.known(names.filter(isWordName)), index),
    kinds: kindsIn(question.wording),
  };
}

/** Names of the features of the question and of the earlier turns that it leans on, whomever it names. */
function topicalNamesOf({ wording, carried }: Question): string[] {
  return [...topicalNames(wording), ...carried];
}

/** With entities by name. */
export function namedFeatures(question: Question, index: Index): number[] {
  const names = [...entityNames(question.wording, index.base.entities), ...entityNamesCarried(question, index)];
  return index.features.known([...topicalNamesOf(question), ...names]);
}

/** With entities hidden behind their kind. */
function maskedFeatures({ wording }: Question, topical: readonly number[], index: Index): number[] {
  return [...topical, ...index.features.known(maskedEntityNames(wording, index.base.entities))];
}

const SHARPNESS = 6;

/** Share of the topics that are in the given set, by the topic classifier alone. */
export function topicShare(question: Question, index: Index, topics: ReadonlySet<string>): number {
  const features = maskedFeatures(question, index.features.known(topicalNamesOf(question)), index);
  const topicShares = softmax(index.topicClassifier.read(features).scores, SHARPNESS);
  return index.topics.reduce((sum, topic, number) => sum + (topics.has(topic) ? (topicShares[number] ?? 0) : 0), 0);
}

/** Entities that earlier turns brought in. */
function entityNamesCarried(question: Question, index: Index): string[] {
  const own = new Set(question.wording.mentions.map(({ entity }) => entity));
  return question.entities.filter((id) => !own.has(id)).flatMap((id) => [`e:${id}`, `o:${index.base.entities.get(id)?.role?.of ?? id}`]);
}

function softmax(scores: Float32Array, sharpness: number): Float32Array {
  let best = Number.NEGATIVE_INFINITY;
  for (const score of scores) best = Math.max(best, score);
  const shares = scores.map((score) => Math.exp(sharpness * (score - best)));
  let total = 0;
  for (const share of shares) total += share;
  return shares.map((share) => share / total);
}

function traitsOf(target: Target, question: Question, index: Index, opinions: Opinions): Weights {
  const support = targetSupport(target, index);
  const { entities, wording } = question;
  const shared = entities.filter((id) => target.about.includes(id)).length;
  const strangers = question.companies.length > 0 && target.company !== null && !question.companies.some((id) => target.about.includes(id));
  const figures = wording.figures.filter((figure) => support.figures.includes(figure.value)).length;
  const topic = index.topicNumbers.get(target.topic) ?? 0;
  // A target without phrasings of its own is asked for with those of its topic.
  const [opinion, label] = target.phrasings.length > 0 ? ([opinions.targets, target.number] as const) : ([opinions.topics, topic] as const);
  return {
    classifier: opinion?.scores[label] ?? 0,
    nearest: opinion?.nearest.similarities[label] ?? 0,
    topic: opinions.topicShares[topic] ?? 0,
    support: coverage(opinions.asked, support.held),
    about: entities.length === 0 ? 0 : shared / entities.length,
    stranger: strangers ? 1 : 0,
    figure: wording.figures.length === 0 ? 0 : figures / wording.figures.length,
    kind: index.kindShares.fit(opinions.kinds, target.number),
    owner: opinions.ownerShares === null ? 0 : (opinions.ownerShares[index.ownerNumbers.get(target.company) ?? 0] ?? 0),
    detail: target.kind === 'fact' ? detailFit(question, target.fact, index) : 0,
    gap: target.kind === 'gap' ? 1 : 0,
  };
}

function weighWords(words: readonly number[], index: Index): Asked {
  const features = [...new Set(words)];
  const weights = features.map((feature) => index.weightOfFeature(feature));
  return { features, weights, total: weights.reduce((sum, weight) => sum + weight, 0) };
}

/** Share of the question's words and concepts, by weight, that the target's own words hold. */
function coverage({ features, weights, total }: Asked, held: Uint32Array): number {
  let found = 0;
  for (let at = 0; at < features.length; at++) if (holdsFeature(held, features[at] ?? -1)) found += weights[at] ?? 0;
  return total === 0 ? 0 : found / total;
}
