import type { Index } from '../index/build-index.ts';
import type { Target } from '../index/target.ts';
import type { Question } from '../question/question.ts';
import type { Opinions } from './opinions.ts';

/** No more than this many targets are looked at closely. */
const MOST_CANDIDATES = 100;
/** Targets without phrasings have to be read before they can be compared with a question. */
const MOST_UNREAD = 12;

/** The targets about the question's entities and about nobody, best ones by classifier and topic where there are too many. */
export function findCandidates(question: Question, index: Index, opinions: Opinions): Target[] {
  const numbers = question.entities.length === 0 ? aboutAnybody(index, opinions) : aboutEntities(question, index);
  const most = opinions.targets === null ? MOST_UNREAD : MOST_CANDIDATES;
  if (numbers.length <= most) return toTargets(numbers, index);
  const promise = numbers.map((number) => {
    const topic = index.topicNumbers.get(index.targets[number]?.topic ?? '') ?? 0;
    return (opinions.targets?.scores[number] ?? 0) + (opinions.targets?.nearest.similarities[number] ?? 0) + (opinions.topicShares[topic] ?? 0);
  });
  const order = [...numbers.keys()].sort((left, right) => (promise[right] ?? 0) - (promise[left] ?? 0));
  return toTargets(
    order.slice(0, most).map((at) => numbers[at] ?? 0),
    index,
  );
}

function aboutEntities(question: Question, index: Index): number[] {
  const numbers = new Set(index.aboutNobody);
  for (const entity of [...question.entities, ...question.companies]) for (const number of index.byEntity.get(entity) ?? []) numbers.add(number);
  return [...numbers];
}

/** Where no target has phrasings there may be a million of them: the first ones of the topics that are most likely meant. */
function aboutAnybody(index: Index, opinions: Opinions): number[] {
  if (opinions.targets !== null) return index.targets.map(({ number }) => number);
  const topics = [...index.topics.keys()].sort((left, right) => (opinions.topicShares[right] ?? 0) - (opinions.topicShares[left] ?? 0));
  const numbers: number[] = [];
  for (const topic of topics) {
    if (numbers.length >= MOST_UNREAD) break;
    numbers.push(...(index.byTopic.get(index.topics[topic] ?? '') ?? []).slice(0, MOST_UNREAD));
  }
  return numbers;
}

function toTargets(numbers: readonly number[], index: Index): Target[] {
  return numbers.flatMap((number) => index.targets[number] ?? []);
}
