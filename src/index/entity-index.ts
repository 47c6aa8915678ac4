import type { Entity } from '../facts/entity.ts';
import { isFunctionWord, isLinkingWord } from '../text/function-words.ts';
import { LANGUAGES } from '../text/language.ts';
import { stemWord } from '../text/stem-word.ts';
import { tokenise } from '../text/tokenise.ts';
import { SpellingIndex, type SpellingState } from './spelling-index.ts';
import { TermIndex, type TermIndexState } from './term-index.ts';

/** An entity found in a text, from word `start` to before word `end`. */
export type Mention = {
  readonly entity: string;
  readonly start: number;
  readonly end: number;
  /** Exact name, misspelt name, or words that describe it. */
  readonly by: 'name' | 'typo' | 'description';
  readonly distance: number;
};

/** Breaks the tie between names that are equally near to misspelt words; best first. */
export type TieBreaker = (words: string, names: readonly string[]) => readonly string[];

export type EntityIndexState = {
  readonly names: TermIndexState<string>;
  readonly descriptions: TermIndexState<string>;
  readonly spelling: SpellingState;
  /** By first word: the names (folded) that begin with it, of entities that the documents name. */
  readonly namesFrom: ReadonlyMap<string, readonly string[]>;
  /** By folded name. */
  readonly entitiesOf: ReadonlyMap<string, readonly string[]>;
};

/** Finds entities by name, by misspelt name and by description. */
export class EntityIndex {
  readonly state: EntityIndexState;
  readonly #names: TermIndex<string>;
  readonly #descriptions: TermIndex<string>;
  readonly #spelling: SpellingIndex;
  readonly #breakTie: TieBreaker;

  constructor(entities: Iterable<Entity>, breakTie: TieBreaker, state: EntityIndexState = fileEntities(entities)) {
    this.state = state;
    this.#names = new TermIndex(state.names);
    this.#descriptions = new TermIndex(state.descriptions);
    this.#spelling = new SpellingIndex([], state.spelling.shortest, state.spelling);
    this.#breakTie = breakTie;
  }

  /**
   * @param words tokens of a text
   * @param isKnown whether a word is an ordinary word, which is then not taken for a misspelt name
   */
  find(words: readonly string[], isKnown: (word: string) => boolean): Mention[] {
    const taken = new Uint8Array(words.length);
    const mentions: Mention[] = [];
    const take = (mention: Mention) => {
      mentions.push(mention);
      taken.fill(1, mention.start, mention.end);
    };
    for (const hit of this.#names.find(words)) {
      if (isFree(taken, hit.start, hit.end)) take({ entity: hit.value, start: hit.start, end: hit.end, by: 'name', distance: 0 });
    }
    this.#findMisspelt(words, taken, isKnown).forEach(take);
    for (const mention of this.#findDescribed(words)) if (isFree(taken, mention.start, mention.end)) mentions.push(mention);
    return mentions.sort((left, right) => left.start - right.start);
  }

  /** Runs of words that are each within the allowed typos of a name's words, the whole name covered. */
  #findMisspelt(words: readonly string[], taken: Uint8Array, isKnown: (word: string) => boolean): Mention[] {
    const mentions: Mention[] = [];
    for (let at = 0; at < words.length; at++) {
      if (taken[at]) continue;
      const best = this.#bestNameAt(words, at, taken, isKnown);
      if (best === null) continue;
      mentions.push(best);
      at = best.end - 1;
    }
    return mentions;
  }

  #bestNameAt(words: readonly string[], at: number, taken: Uint8Array, isKnown: (word: string) => boolean): Mention | null {
    const first = words[at] ?? '';
    if (this.#isOrdinary(first, isKnown)) return null;
    const found: { name: string; end: number; distance: number; length: number }[] = [];
    for (const { word, distance } of this.#spelling.correct(first)) {
      for (const name of this.state.namesFrom.get(word) ?? []) {
        const match = this.#matchName(name, words, at, taken);
        if (match) found.push({ name, ...match, distance: Math.max(distance, match.distance) });
      }
    }
    if (found.length === 0) return null;
    const longest = Math.max(...found.map(({ length }) => length));
    const finalists = found.filter(({ length }) => length === longest);
    const least = Math.min(...finalists.map(({ distance }) => distance));
    const ties = [...new Map(finalists.filter(({ distance }) => distance === least).map((tie) => [tie.name, tie])).values()];
    const end = Math.max(...ties.map((tie) => tie.end));
    const ordered =
      ties.length === 1
        ? ties.map(({ name }) => name)
        : this.#breakTie(
            words.slice(at, end).join(' '),
            ties.map(({ name }) => name),
          );
    const winner = ties.find(({ name }) => name === ordered[0]) ?? ties[0];
    const entity = winner && this.state.entitiesOf.get(winner.name)?.[0];
    return entity && winner ? { entity, start: at, end: winner.end, by: 'typo', distance: winner.distance } : null;
  }

  /** Short or ordinary words are not taken for misspelt names. */
  #isOrdinary(word: string, isKnown: (word: string) => boolean): boolean {
    if (this.#spelling.has(word)) return false;
    return word.length < 4 || isFunctionWord(word) || isKnown(word);
  }

  #matchName(name: string, words: readonly string[], at: number, taken: Uint8Array): { end: number; distance: number; length: number } | null {
    const parts = name.split(' ');
    let distance = 0;
    for (const [offset, part] of parts.entries()) {
      const word = words[at + offset];
      if (word === undefined || taken[at + offset]) return null;
      if (word === part) continue;
      const correction = this.#spelling.correct(word).find((candidate) => candidate.word === part);
      if (correction === undefined) return null;
      distance += correction.distance;
    }
    return { end: at + parts.length, distance, length: parts.length };
  }

  #findDescribed(words: readonly string[]): Mention[] {
    const places: number[] = [];
    const stems: string[] = [];
    for (const [at, word] of words.entries()) {
      if (isLinkingWord(word)) continue;
      places.push(at);
      stems.push(stemWord(word));
    }
    const mentions: Mention[] = [];
    let free = 0;
    for (const hit of this.#descriptions.find(stems)) {
      if (hit.start < free) continue;
      free = hit.end;
      mentions.push({ entity: hit.value, start: places[hit.start] ?? 0, end: (places[hit.end - 1] ?? 0) + 1, by: 'description', distance: 0 });
    }
    return mentions;
  }
}

function fileEntities(entities: Iterable<Entity>): EntityIndexState {
  const names = new TermIndex<string>();
  const descriptions = new TermIndex<string>();
  const nameWords = new Set<string>();
  const namesFrom = new Map<string, string[]>();
  const entitiesOf = new Map<string, string[]>();
  for (const entity of entities) {
    // What the documents only describe has a name of our making: nobody types it.
    const own = entity.named ? LANGUAGES.map((language) => entity.name[language]) : [];
    for (const name of new Set([...own, ...entity.aliases])) {
      const words = tokenise(name);
      const key = words.join(' ');
      names.add(words, entity.id);
      push(entitiesOf, key, entity.id);
      if (!entity.named) continue;
      for (const word of words) if (word.length > 2 && !isFunctionWord(word)) nameWords.add(word);
      push(namesFrom, words[0] ?? '', key);
    }
    for (const language of LANGUAGES) for (const description of entity.descriptions[language]) descriptions.add(stemTerm(tokenise(description)), entity.id);
  }
  return { names: names.state, descriptions: descriptions.state, spelling: new SpellingIndex(nameWords).state, namesFrom, entitiesOf };
}

/** A term's words as they are looked for: stems, without articles and "de". */
export function stemTerm(words: readonly string[]): string[] {
  const telling = words.filter((word) => !isLinkingWord(word));
  return (telling.length > 0 ? telling : words).map(stemWord);
}

function isFree(taken: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (taken[at]) return false;
  return true;
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else if (!values.includes(value)) values.push(value);
}
