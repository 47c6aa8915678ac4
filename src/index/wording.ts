import type { Entity } from '../facts/entity.ts';
import type { Concept } from '../facts/topic.ts';
import { type Figure, findFigures } from '../text/find-figures.ts';
import { foldText } from '../text/fold-text.ts';
import { isFunctionWord, isLinkingWord } from '../text/function-words.ts';
import { stemWord } from '../text/stem-word.ts';
import { tokenise, tokeniseFolded } from '../text/tokenise.ts';
import type { EntityIndex, Mention } from './entity-index.ts';
import { stemTerm } from './entity-index.ts';
import { TermIndex, type TermIndexState } from './term-index.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What stands in a text, before anybody asks what it means: the same for questions and for phrasings. */
export type Wording = {
  readonly words: readonly string[];
  /** Stems of `words`, typos mended where a vocabulary was given. */
  readonly stems: readonly string[];
  readonly mentions: readonly Mention[];
  /** Concept ids, each once. */
  readonly concepts: readonly string[];
  readonly figures: readonly Figure[];
  /** Words that are covered by an entity's name. */
  readonly named: Uint8Array;
};

/** Reads texts with the entities and concepts of one fact base. */
export class WordingReader {
  /** The terms of the concepts. */
  readonly state: TermIndexState<string>;
  readonly #entities: ReadonlyMap<string, Entity>;
  readonly #entityIndex: EntityIndex;
  readonly #terms: TermIndex<string>;

  constructor(
    entities: ReadonlyMap<string, Entity>,
    entityIndex: EntityIndex,
    concepts: readonly Concept[],
    state: TermIndexState<string> = fileTerms(concepts),
  ) {
    this.state = state;
    this.#entities = entities;
    this.#entityIndex = entityIndex;
    this.#terms = new TermIndex(state);
  }

  /** @param vocabulary known words, which are not taken for misspelt names; stems that it does not know are mended to the nearest. Null: as it stands */
  read(text: string, vocabulary: Vocabulary | null): Wording {
    const folded = foldText(text);
    const words = tokeniseFolded(folded);
    const mentions = this.#entityIndex.find(words, (word) => vocabulary?.words.has(word) ?? true);
    const named = new Uint8Array(words.length);
    for (const mention of mentions) if (mention.by !== 'description') named.fill(1, mention.start, mention.end);
    const stems = words.map((word, at) => (named[at] ? stemWord(word) : mendStem(word, vocabulary)));
    return { words, stems, mentions, concepts: this.#conceptsIn(words, stems, mentions, named), figures: findFigures(folded), named };
  }

  #conceptsIn(words: readonly string[], stems: readonly string[], mentions: readonly Mention[], named: Uint8Array): string[] {
    const telling: string[] = [];
    for (const [at, stem] of stems.entries()) {
      if (!isLinkingWord(words[at] ?? '')) telling.push(named[at] ? '@' : stem);
    }
    const concepts = new Set(this.#terms.find(telling).map((hit) => hit.value));
    for (const mention of mentions) {
      const role = this.#entities.get(mention.entity)?.role;
      if (role) concepts.add(`role:${role.is}`);
    }
    return [...concepts];
  }
}

function fileTerms(concepts: readonly Concept[]): TermIndexState<string> {
  const terms = new TermIndex<string>();
  for (const concept of concepts) for (const term of [...concept.terms.en, ...concept.terms.fr]) terms.add(stemTerm(tokenise(term)), concept.id);
  return terms.state;
}

/** The stem of a word, or of the known word that it misspells. */
function mendStem(word: string, vocabulary: Vocabulary | null): string {
  const stem = stemWord(word);
  if (vocabulary === null || vocabulary.stems.has(stem) || isFunctionWord(word) || word.length < SHORTEST_MENDED) return stem;
  // Of words that are equally near, people mean the one that they use most.
  const [nearest] = vocabulary.spelling.correct(word, word.length < TWO_TYPOS_FROM ? 1 : 2);
  return nearest ? stemWord(nearest.word) : stem;
}

const SHORTEST_MENDED = 4;
const TWO_TYPOS_FROM = 8;

/** The same for two texts that differ in typos, spelling of names, articles, endings and punctuation only. */
export function wordingKey({ words, stems, mentions, named }: Wording): string {
  const names = new Map(mentions.filter(({ by }) => by !== 'description').map(({ start, entity }) => [start, entity]));
  const parts: string[] = [];
  for (const [at, stem] of stems.entries()) {
    if (named[at]) {
      const entity = names.get(at);
      if (entity !== undefined) parts.push(`@${entity}`);
    } else if (!isLinkingWord(words[at] ?? '')) parts.push(stem);
  }
  return parts.join(' ');
}
