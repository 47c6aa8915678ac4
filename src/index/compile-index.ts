import type { Phrasing } from '../facts/fact.ts';
import type { FactBase } from '../facts/fact-base.ts';
import { EntityIndex, type EntityIndexState } from './entity-index.ts';
import { ANSWERABLE, LessonBook } from './lesson-book.ts';
import { groupsOf, listOwners } from './list-targets.ts';
import { orderNames } from './order-names.ts';
import { type ClassifierState, learnPhrasings } from './phrasing-classifier.ts';
import { shareKinds } from './question-kinds.ts';
import type { SpellingState } from './spelling-index.ts';
import type { Support } from './support.ts';
import type { Target } from './target.ts';
import type { TermIndexState } from './term-index.ts';
import { WordingReader } from './wording.ts';

/** What takes time to compute from a fact base, as plain data that can be kept on the disk. */
export type CompiledIndex = {
  readonly entities: EntityIndexState;
  readonly terms: TermIndexState<string>;
  /** Feature numbers by name. */
  readonly features: Map<string, number>;
  readonly words: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  readonly spelling: SpellingState;
  /** By word: how much it is English (positive) or French (negative). */
  readonly leans: ReadonlyMap<string, number>;
  readonly targets: ClassifierState | null;
  readonly topics: ClassifierState;
  readonly owners: ClassifierState | null;
  readonly answerable: ClassifierState | null;
  readonly factStems: ReadonlySet<string>;
  readonly kindShares: Float32Array;
  readonly exact: ReadonlyMap<string, number>;
  readonly supports: Map<number, Support>;
};

const TARGET_EPOCHS = 1;
/** Targets without phrasings are found by their topic alone: it learns longer, keeps what only one phrasing has, and keeps the phrasings. */
const TOPIC_LEARNING = { epochs: 10, margin: 2, leastPhrasings: 1, keepPhrasings: true };
/** Where targets are told apart by their own phrasings, the topic only has to help. */
const BESIDE_TARGETS = { epochs: 4, margin: 2, leastPhrasings: 2 };
const OWNER_EPOCHS = 2;
const ANSWERABLE_EPOCHS = 3;

/** @param targets as `listTargets` gives them */
export function compileIndex(base: FactBase, targets: readonly Target[]): CompiledIndex {
  const entities = new EntityIndex(base.entities.values(), orderNames);
  const reader = new WordingReader(base.entities, entities, base.concepts);
  const book = fillBook(base, targets, reader);
  const { words, stems, spelling } = book.lexicon.vocabulary(base.concepts);
  return {
    entities: entities.state,
    terms: reader.state,
    features: book.features.state,
    words,
    stems,
    spelling: spelling.state,
    leans: book.lexicon.leans(),
    ...learn(book, targets, base.topics.size),
    factStems: book.factStems,
    kindShares: shareKinds(book.kinds, targets.length),
    exact: book.exact,
    supports: book.supports,
  };
}

function fillBook(base: FactBase, targets: readonly Target[], reader: WordingReader): LessonBook {
  const book = new LessonBook(base, reader, listOwners(targets));
  const topics = new Map([...base.topics.keys()].map((topic, number) => [topic, number]));
  for (const target of targets) book.addTarget(target, topics.get(target.topic) ?? 0);
  for (const { id, phrasings } of base.topics.values()) for (const phrasing of phrasings) book.addTopic(fillSlot(phrasing, base), topics.get(id) ?? 0);
  return book;
}

function learn(book: LessonBook, targets: readonly Target[], topics: number): Pick<CompiledIndex, 'targets' | 'topics' | 'owners' | 'answerable'> {
  if (book.ofTargets.length === 0) return { topics: learnPhrasings(book.ofTopics, topics, TOPIC_LEARNING), targets: null, owners: null, answerable: null };
  const asked = targets.every(({ phrasings }) => phrasings.length > 0);
  const groups = groupsOf(targets);
  const competitors = (label: number) => groups[label] ?? ([0, targets.length] as const);
  return {
    topics: learnPhrasings(book.ofTopics, topics, { ...BESIDE_TARGETS, keepPhrasings: !asked }),
    targets: learnPhrasings(book.ofTargets, targets.length, { epochs: TARGET_EPOCHS, competitors, keepPhrasings: true }),
    owners: learnPhrasings(book.ofOwners, book.owners.size, { epochs: OWNER_EPOCHS, keepPhrasings: false }),
    answerable: learnPhrasings(book.ofAnswerable, ANSWERABLE.length, { epochs: ANSWERABLE_EPOCHS, keepPhrasings: false }),
  };
}

function fillSlot(phrasing: Phrasing, base: FactBase): Phrasing {
  const [company] = base.entities.values();
  return { ...phrasing, text: phrasing.text.replaceAll('{company}', company?.name[phrasing.language] ?? '') };
}
