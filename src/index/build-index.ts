import type { FactBase } from '../facts/fact-base.ts';
import type { Fact, Gap } from '../facts/fact.ts';
import type { Phrasing } from '../facts/fact.ts';
import type { Concept } from '../facts/topic.ts';
import { LANGUAGES } from '../text/language.ts';
import { stemWord } from '../text/stem-word.ts';
import { tokenise } from '../text/tokenise.ts';
import { EntityIndex } from './entity-index.ts';
import { featureNames } from './feature-names.ts';
import { Lexicon, type Vocabulary } from './lexicon.ts';
import { KindShares } from './question-kinds.ts';
import { orderNames } from './order-names.ts';
import { type Group, type Lesson, PhrasingClassifier } from './phrasing-classifier.ts';
import { indexRelations, type RelationIndex } from './relations.ts';
import type { Target } from './target.ts';
import { type Wording, wordingKey, WordingReader } from './wording.ts';

/** Everything that is computed from a fact base, once, for answering questions about it. */
export type Index = {
  readonly base: FactBase;
  readonly targets: readonly Target[];
  readonly reader: WordingReader;
  /** Words of all phrasings and terms. */
  readonly vocabulary: Vocabulary;
  /** Which fact or gap is meant: entities are seen by name. Label = target number. Null where no target has phrasings. */
  readonly targetClassifier: PhrasingClassifier | null;
  /** The phrasing behind each lesson of `targetClassifier`. */
  readonly targetPhrasings: readonly Phrasing[];
  /** Which topic is meant: entities are hidden behind their kind. Label = place in `topics`. */
  readonly topicClassifier: PhrasingClassifier;
  readonly topics: readonly string[];
  readonly topicNumbers: ReadonlyMap<string, number>;
  /** How telling a feature is. */
  readonly weightOf: (name: string) => number;
  /** The weight of the rarest features. */
  readonly greatestWeight: number;
  readonly conceptSorts: ReadonlyMap<string, Concept['sort']>;
  readonly relations: RelationIndex;
  /** How much a text's words are English (positive) or French (negative), by the phrasings that hold them. */
  readonly languageLean: (words: readonly string[]) => number;
  /** Stems that facts are asked with, or that stand in their statements. */
  readonly factStems: ReadonlySet<string>;
  /** Whose affairs a text without names is about. Label = place in `owners`. */
  readonly ownerClassifier: PhrasingClassifier;
  readonly owners: readonly (string | null)[];
  readonly kindShares: KindShares;
  /** `wordingKey` of a phrasing → target number. */
  readonly exact: ReadonlyMap<string, number>;
  /** Entity id → numbers of the targets that are about it. */
  readonly byEntity: ReadonlyMap<string, readonly number[]>;
  /** Numbers of the targets that are about nobody in particular. */
  readonly aboutNobody: readonly number[];
};

const TARGET_EPOCHS = 1;
const TOPIC_EPOCHS = 1;

export function buildIndex(base: FactBase): Index {
  const targets = listTargets(base);
  const reader = new WordingReader(base.entities, new EntityIndex(base.entities.values(), orderNames), base.concepts);
  const lexicon = new Lexicon();
  const read = (phrasing: Phrasing): Wording => {
    const wording = reader.read(phrasing.text, null);
    lexicon.add(wording, phrasing.language);
    return wording;
  };
  const lessons: Lesson[] = [];
  const topicLessons: Lesson[] = [];
  const phrasings: Phrasing[] = [];
  const exact = new Map<string, number>();
  const asked: { wording: Wording; target: number }[] = [];
  const topics = [...base.topics.keys()];
  const topicNumbers = new Map(topics.map((topic, number) => [topic, number]));
  for (const target of targets) {
    for (const phrasing of target.phrasings) {
      const wording = read(phrasing);
      asked.push({ wording, target: target.number });
      const key = wordingKey(wording);
      exact.set(key, (exact.get(key) ?? target.number) === target.number ? target.number : AMBIGUOUS);
      lessons.push({ names: featureNames(wording, base.entities, false), label: target.number });
      phrasings.push(phrasing);
      if (target.kind === 'fact') topicLessons.push({ names: featureNames(wording, base.entities, true), label: topicNumbers.get(target.topic) ?? 0 });
    }
  }
  for (const [number, topic] of topics.entries()) {
    for (const phrasing of base.topics.get(topic)?.phrasings ?? []) {
      topicLessons.push({ names: featureNames(read(fillSlot(phrasing, base)), base.entities, true), label: number });
    }
  }
  const groups = groupsOf(targets);
  const owners = [...new Set(targets.map(({ company }) => company))];
  const topicClassifier = new PhrasingClassifier(topicLessons, topics.length, TOPIC_EPOCHS);
  const targetClassifier = lessons.length === 0 ? null : new PhrasingClassifier(lessons, targets.length, TARGET_EPOCHS, (lesson) => groups[lessons[lesson]?.label ?? 0] ?? [0, targets.length]);
  return {
    base,
    targets,
    reader,
    vocabulary: lexicon.vocabulary(base.concepts),
    targetClassifier,
    targetPhrasings: phrasings,
    topicClassifier,
    topics,
    topicNumbers,
    weightOf: (name) => (targetClassifier ?? topicClassifier).weight(name),
    greatestWeight: (targetClassifier ?? topicClassifier).greatestWeight,
    conceptSorts: new Map(base.concepts.map(({ id, sort }) => [id, sort])),
    relations: indexRelations(base),
    languageLean: lexicon.languageLean(),
    exact,
    factStems: stemsOfFacts(asked, targets),
    ownerClassifier: new PhrasingClassifier(
      asked.map(({ wording, target }) => ({ names: featureNames(wording, base.entities, true), label: owners.indexOf(targets[target]?.company ?? null) })),
      owners.length,
      2,
    ),
    owners,
    kindShares: new KindShares(asked, targets.length),
    byEntity: groupByEntity(targets),
    aboutNobody: targets.filter(({ about }) => about.length === 0).map(({ number }) => number),
  };
}

/** No target has this number: two phrasings of different targets come to the same words. */
const AMBIGUOUS = -1;

/** Facts and gaps, those of one company next to each other. */
function listTargets(base: FactBase): Target[] {
  const owned = [
    ...[...base.facts.values()].map((fact: Fact) => ({ kind: 'fact' as const, fact, company: fact.company, topic: fact.topic, about: fact.about, phrasings: fact.phrasings })),
    ...[...base.gaps.values()].map((gap: Gap) => ({ kind: 'gap' as const, gap, company: gap.company, topic: gap.topic, about: gap.company === null ? [] : [gap.company], phrasings: gap.phrasings })),
  ];
  owned.sort((left, right) => (left.company ?? '').localeCompare(right.company ?? ''));
  return owned.map((target, number) => ({ ...target, number }));
}

function groupsOf(targets: readonly Target[]): Group[] {
  const groups: Group[] = [];
  for (let start = 0; start < targets.length; ) {
    let end = start;
    while (end < targets.length && targets[end]?.company === targets[start]?.company) end++;
    for (let at = start; at < end; at++) groups.push([start, end]);
    start = end;
  }
  return groups;
}

function fillSlot(phrasing: Phrasing, base: FactBase): Phrasing {
  const [company] = base.entities.values();
  return { ...phrasing, text: phrasing.text.replaceAll('{company}', company?.name[phrasing.language] ?? '') };
}

function stemsOfFacts(asked: readonly { wording: Wording; target: number }[], targets: readonly Target[]): Set<string> {
  const stems = new Set<string>();
  for (const { wording, target } of asked) if (targets[target]?.kind === 'fact') for (const stem of wording.stems) stems.add(stem);
  for (const target of targets) {
    if (target.kind === 'fact' && target.phrasings.length > 0) for (const language of LANGUAGES) for (const word of tokenise(target.fact.statement[language])) stems.add(stemWord(word));
  }
  return stems;
}

function groupByEntity(targets: readonly Target[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const target of targets) {
    for (const entity of target.about) {
      const group = groups.get(entity);
      if (group === undefined) groups.set(entity, [target.number]);
      else group.push(target.number);
    }
  }
  return groups;
}
