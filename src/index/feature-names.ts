import type { Entity } from '../facts/entity.ts';
import { isLinkingWord } from '../text/function-words.ts';
import type { Wording } from './wording.ts';

/** Length of the letter runs; a word's edges count as letters. */
const GRAM = 3;

/**
 * The names under which a text's traits are counted: `w:` words, `b:` pairs of them, `g:` three letters in a row, `c:` concepts, `n:` figures, `e:` entities and `o:` the company that they belong to.
 * @param masked with entities hidden behind their kind, for what holds of any company
 */
export function featureNames(wording: Wording, entities: ReadonlyMap<string, Entity>, masked: boolean): string[] {
  return [...topicalNames(wording), ...(masked ? maskedEntityNames(wording, entities) : entityNames(wording, entities))];
}

/** Those that are the same whether or not entities are hidden. */
export function topicalNames(wording: Wording): string[] {
  const names: string[] = [];
  let previous: string | null = null;
  for (const [at, stem] of wording.stems.entries()) {
    const word = wording.words[at] ?? '';
    if (wording.named[at]) continue;
    if (previous !== null) names.push(`b:${previous} ${stem}`);
    previous = stem;
    if (isLinkingWord(word)) continue;
    names.push(`w:${stem}`);
    for (const gram of gramsOf(word)) names.push(gram);
  }
  for (const figure of wording.figures) names.push(`n:${figure.value}${figure.percent ? '%' : ''}`);
  for (const concept of wording.concepts) names.push(`c:${concept}`);
  return names;
}

/** A word or a concept: what a text can hold in other words than its own. */
export function isWordName(name: string): boolean {
  return name.startsWith('w:') || name.startsWith('c:');
}

const gramsOfWords = new Map<string, readonly string[]>();
const CACHE_LIMIT = 50_000;

/** Of the whole word as it was written: where a typo spoils its stem, most of its letter runs are left. */
function gramsOf(word: string): readonly string[] {
  const known = gramsOfWords.get(word);
  if (known) return known;
  const edged = `_${word}_`;
  const grams = Array.from({ length: Math.max(0, edged.length - GRAM + 1) }, (_, start) => `g:${edged.slice(start, start + GRAM)}`);
  if (gramsOfWords.size >= CACHE_LIMIT) gramsOfWords.clear();
  gramsOfWords.set(word, grams);
  return grams;
}

export function entityNames(wording: Wording, entities: ReadonlyMap<string, Entity>): string[] {
  const names = new Set<string>();
  for (const { entity } of wording.mentions) {
    names.add(`e:${entity}`);
    const owner = entities.get(entity)?.role?.of;
    names.add(`o:${owner ?? entity}`);
  }
  return [...names];
}

export function maskedEntityNames(wording: Wording, entities: ReadonlyMap<string, Entity>): string[] {
  return [...new Set(wording.mentions.map(({ entity }) => `k:${entities.get(entity)?.kind ?? 'company'}`))];
}
