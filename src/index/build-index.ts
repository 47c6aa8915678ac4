import type { Phrasing } from '../facts/fact.ts';
import type { FactBase } from '../facts/fact-base.ts';
import type { Concept } from '../facts/topic.ts';
import { type CompiledIndex, compileIndex } from './compile-index.ts';
import { EntityIndex } from './entity-index.ts';
import { FeatureNumbers } from './feature-numbers.ts';
import { leanBy } from './lexicon.ts';
import { groupTargets, listOwners, listTargets } from './list-targets.ts';
import { orderNames } from './order-names.ts';
import { PhrasingClassifier } from './phrasing-classifier.ts';
import { KindShares } from './question-kinds.ts';
import { indexRelations, type RelationIndex } from './relations.ts';
import { SpellingIndex } from './spelling-index.ts';
import type { Support } from './support.ts';
import type { Target } from './target.ts';
import type { Vocabulary } from './vocabulary.ts';
import { WordingReader } from './wording.ts';

/** Everything that is computed from a fact base, once, for answering questions about it. */
export type Index = {
  readonly base: FactBase;
  readonly targets: readonly Target[];
  readonly reader: WordingReader;
  readonly features: FeatureNumbers;
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
  /** How telling a feature is, by its name and by its number. */
  readonly weightOf: (name: string) => number;
  readonly weightOfFeature: (feature: number) => number;
  /** The weight of the rarest features. */
  readonly greatestWeight: number;
  readonly conceptSorts: ReadonlyMap<string, Concept['sort']>;
  readonly relations: RelationIndex;
  /** How much a text's words are English (positive) or French (negative), by the phrasings that hold them. */
  readonly languageLean: (words: readonly string[]) => number;
  /** Stems that facts are asked with, or that stand in their statements. */
  readonly factStems: ReadonlySet<string>;
  /** Whose affairs a text without names is about. Label = number in `ownerNumbers`. Null where no target has phrasings. */
  readonly ownerClassifier: PhrasingClassifier | null;
  readonly ownerNumbers: ReadonlyMap<string | null, number>;
  /** Whether the documents are likely to say it. Label = place in `ANSWERABLE`. Null where no target has phrasings. */
  readonly answerableClassifier: PhrasingClassifier | null;
  readonly kindShares: KindShares;
  /** `wordingKey` of a phrasing → target number. */
  readonly exact: ReadonlyMap<string, number>;
  /** By target number, for targets that have phrasings; `targetSupport` reads the others when they are asked about. */
  readonly supports: ReadonlyMap<number, Support>;
  /** Entity id → numbers of the targets that are about it. */
  readonly byEntity: ReadonlyMap<string, readonly number[]>;
  readonly byTopic: ReadonlyMap<string, readonly number[]>;
  /** Numbers of the targets that are about nobody in particular. */
  readonly aboutNobody: readonly number[];
};

export function buildIndex(base: FactBase): Index {
  const targets = listTargets(base);
  return assembleIndex(base, targets, compileIndex(base, targets));
}

/** Puts an index together from what was computed earlier, from the same base. */
export function assembleIndex(base: FactBase, targets: readonly Target[], compiled: CompiledIndex): Index {
  const features = new FeatureNumbers(compiled.features);
  const topicClassifier = new PhrasingClassifier(compiled.topics);
  const targetClassifier = compiled.targets && new PhrasingClassifier(compiled.targets);
  const weigher = targetClassifier ?? topicClassifier;
  const topics = [...base.topics.keys()];
  return {
    base,
    targets,
    reader: new WordingReader(base.entities, new EntityIndex([], orderNames, compiled.entities), [], compiled.terms),
    features,
    vocabulary: { words: compiled.words, stems: compiled.stems, spelling: new SpellingIndex([], compiled.spelling.shortest, compiled.spelling) },
    targetClassifier,
    targetPhrasings: targets.flatMap(({ phrasings }) => phrasings),
    topicClassifier,
    topics,
    topicNumbers: new Map(topics.map((topic, number) => [topic, number])),
    weightOf: (name) => weigher.weight(features.find(name) ?? -1),
    weightOfFeature: (feature) => weigher.weight(feature),
    greatestWeight: weigher.greatestWeight,
    conceptSorts: new Map(base.concepts.map(({ id, sort }) => [id, sort])),
    relations: indexRelations(base),
    languageLean: leanBy(compiled.leans),
    factStems: compiled.factStems,
    ownerClassifier: compiled.owners && new PhrasingClassifier(compiled.owners),
    answerableClassifier: compiled.answerable && new PhrasingClassifier(compiled.answerable),
    ownerNumbers: new Map(listOwners(targets).map((owner, number) => [owner, number])),
    kindShares: new KindShares(compiled.kindShares),
    exact: compiled.exact,
    supports: compiled.supports,
    byEntity: groupTargets(targets, ({ about }) => about),
    byTopic: groupTargets(targets, ({ topic }) => [topic]),
    aboutNobody: targets.filter(({ about }) => about.length === 0).map(({ number }) => number),
  };
}
