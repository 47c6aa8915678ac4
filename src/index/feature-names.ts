import type { Entity } from '../facts/entity.ts';
import { isLinkingWord } from '../text/function-words.ts';
import type { Wording } from './wording.ts';

/** Length of the letter runs, and of the shortest stem that is cut into them. */
const GRAM = 4;
const GRAM_FROM = 5;

/**
 * The names under which a text's traits are counted: `w:` words, `g:` four letters in a row of them, `c:` concepts, `n:` figures, `e:` entities and `o:` the company that they belong to.
 * @param masked with entities hidden behind their kind, for what holds of any company
 */
export function featureNames(wording: Wording, entities: ReadonlyMap<string, Entity>, masked: boolean): string[] {
  return [...topicalNames(wording), ...(masked ? maskedEntityNames(wording, entities) : entityNames(wording, entities))];
}

/** Those that are the same whether or not entities are hidden. */
export function topicalNames(wording: Wording): string[] {
  const names: string[] = [];
  for (const [at, stem] of wording.stems.entries()) {
    if (wording.named[at] || isLinkingWord(wording.words[at] ?? '')) continue;
    for (const name of namesOfStem(stem)) names.push(name);
  }
  for (const figure of wording.figures) names.push(`n:${figure.value}${figure.percent ? '%' : ''}`);
  for (const concept of wording.concepts) names.push(`c:${concept}`);
  return names;
}

/** A word or a concept: what a text can hold in other words than its own. */
export function isWordName(name: string): boolean {
  return name.startsWith('w:') || name.startsWith('c:');
}

const stemNames = new Map<string, readonly string[]>();
const CACHE_LIMIT = 50_000;

function namesOfStem(stem: string): readonly string[] {
  const known = stemNames.get(stem);
  if (known) return known;
  const names = [`w:${stem}`];
  if (stem.length >= GRAM_FROM) for (let start = 0; start + GRAM <= stem.length; start++) names.push(`g:${stem.slice(start, start + GRAM)}`);
  if (stemNames.size >= CACHE_LIMIT) stemNames.clear();
  stemNames.set(stem, names);
  return names;
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
