import type { Index } from '../index/build-index.ts';
import type { Target } from '../index/target.ts';
import type { Question } from '../question/question.ts';
import type { Opinions } from './rank-targets.ts';

/** No more than this many targets are looked at closely. */
export const MOST_CANDIDATES = 100;

/** The targets about the question's entities and about nobody, best ones by classifier and topic where there are too many. */
export function findCandidates(question: Question, index: Index, opinions: Opinions): Target[] {
  const numbers = question.entities.length === 0 ? allNumbers(index, opinions) : aboutEntities(question, index);
  if (numbers.length <= MOST_CANDIDATES) return toTargets(numbers, index);
  const promise = (number: number) => {
    const topic = index.topicNumbers.get(index.targets[number]?.topic ?? '') ?? 0;
    return (opinions.targets?.scores[number] ?? 0) + (opinions.targets?.nearest.get(number)?.similarity ?? 0) + (opinions.topicShares[topic] ?? 0);
  };
  const promising = numbers.map((number) => ({ number, promise: promise(number) })).sort((left, right) => right.promise - left.promise);
  return toTargets(
    promising.slice(0, MOST_CANDIDATES).map(({ number }) => number),
    index,
  );
}

function aboutEntities(question: Question, index: Index): number[] {
  const numbers = new Set(index.aboutNobody);
  for (const entity of [...question.entities, ...question.companies]) for (const number of index.byEntity.get(entity) ?? []) numbers.add(number);
  return [...numbers];
}

function allNumbers(index: Index, opinions: Opinions): number[] {
  if (opinions.targets === null) return index.targets.slice(0, MOST_CANDIDATES).map(({ number }) => number);
  return index.targets.map(({ number }) => number);
}

function toTargets(numbers: readonly number[], index: Index): Target[] {
  return numbers.flatMap((number) => index.targets[number] ?? []);
}
