import type { Weights } from '../facts/fact-base.ts';
import type { Index } from '../index/build-index.ts';
import { featureNames } from '../index/feature-names.ts';
import { kindsIn } from '../index/question-kinds.ts';
import type { Opinion } from '../index/phrasing-classifier.ts';
import type { Target } from '../index/target.ts';
import type { Question } from '../question/question.ts';
import { detailFit } from './detail-fit.ts';
import { findCandidates } from './find-candidates.ts';
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

export type Opinions = {
  readonly targets: Opinion | null;
  readonly topics: Opinion;
  readonly topicShares: Float32Array;
  /** The question's words and concepts with their weights. */
  readonly asked: ReadonlyMap<string, number>;
  /** Where the question names no company: how likely each is meant, by place in `owners`. */
  readonly ownerShares: Float32Array | null;
  /** Kinds of thing that the question asks for. */
  readonly kinds: readonly number[];
};

/** All the candidates, best first. */
export function rankTargets(question: Question, index: Index, weights: Weights = UNCALIBRATED): Match[] {
  const opinions = formOpinions(question, index);
  const matches = findCandidates(question, index, opinions).map((target) => {
    const traits = traitsOf(target, question, index, opinions);
    const neighbour = opinions.targets?.nearest.get(target.number);
    let score = 0;
    for (const [name, value] of Object.entries(traits)) score += value * (weights[name] ?? 0);
    return { target, traits, score, phrasing: neighbour?.phrasing ?? null, similarity: neighbour?.similarity ?? 0 };
  });
  const best = Math.max(...matches.map(({ score }) => score));
  const total = matches.reduce((sum, { score }) => sum + Math.exp(score - best), 0);
  return matches.map((match) => ({ ...match, share: Math.exp(match.score - best) / total })).sort((left, right) => right.score - left.score);
}

/** Before the first calibration. */
export const UNCALIBRATED: Weights = { classifier: 6, nearest: 6, topic: 1.5, support: 3, about: 2, stranger: -3, figure: 1, kind: 1, owner: 1, detail: 0.5, gap: -0.3 };

function formOpinions(question: Question, index: Index): Opinions {
  const names = [...featureNames(question.wording, index.base.entities, false), ...entityNames(question, index), ...question.carried];
  const topics = index.topicClassifier.read([...featureNames(question.wording, index.base.entities, true), ...question.carried]);
  return { targets: index.targetClassifier?.read(names) ?? null, topics, topicShares: softmax(topics.scores, TOPIC_SHARPNESS), ownerShares: question.companies.length > 0 ? null : softmax(index.ownerClassifier.read([...featureNames(question.wording, index.base.entities, true), ...question.carried]).scores, TOPIC_SHARPNESS), asked: weighWords(names, index), kinds: kindsIn(question.wording) };
}

const TOPIC_SHARPNESS = 6;

/** Share of the topics that are in the given set, by the topic classifier alone. */
export function topicShare(question: Question, index: Index, topics: ReadonlySet<string>): number {
  const { topicShares } = formOpinions(question, index);
  return index.topics.reduce((sum, topic, number) => sum + (topics.has(topic) ? (topicShares[number] ?? 0) : 0), 0);
}

/** Entities that earlier turns brought in. */
function entityNames(question: Question, index: Index): string[] {
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
  const figures = wording.figures.filter((figure) => support.figures.has(figure.value)).length;
  return {
    classifier: opinions.targets?.scores[target.number] ?? 0,
    nearest: opinions.targets?.nearest.get(target.number)?.similarity ?? 0,
    topic: opinions.topicShares[index.topicNumbers.get(target.topic) ?? 0] ?? 0,
    support: coverage(opinions.asked, support.names),
    about: entities.length === 0 ? 0 : shared / entities.length,
    stranger: strangers ? 1 : 0,
    figure: wording.figures.length === 0 ? 0 : figures / wording.figures.length,
    kind: index.kindShares.fit(opinions.kinds, target.number),
    owner: opinions.ownerShares === null ? 0 : (opinions.ownerShares[index.owners.indexOf(target.company)] ?? 0),
    detail: target.kind === 'fact' ? detailFit(question, target.fact, index) : 0,
    gap: target.kind === 'gap' ? 1 : 0,
  };
}

function weighWords(names: readonly string[], index: Index): Map<string, number> {
  return new Map(names.filter((name) => name.startsWith('w:') || name.startsWith('c:')).map((name) => [name, index.weightOf(name)]));
}

/** Share of the question's words and concepts, by weight, that the target's own words hold. */
function coverage(asked: ReadonlyMap<string, number>, held: ReadonlySet<string>): number {
  let found = 0;
  let all = 0;
  for (const [name, weight] of asked) {
    all += weight;
    if (held.has(name)) found += weight;
  }
  return all === 0 ? 0 : found / all;
}
