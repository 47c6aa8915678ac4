import type { Entity } from '../facts/entity.ts';
import { isLinkingWord } from '../text/function-words.ts';
import type { Wording } from './wording.ts';

const MOST_CONCEPT_PAIRS = 0;

/**
 * The names under which a text's traits are counted: `w:` words, `b:` pairs of neighbours, `c:` concepts, `p:` pairs of
 * concepts, `g:` four letters in a row, `n:` figures, `e:` entities and `o:` the company that they belong to.
 * @param masked with entities hidden behind their kind, for what holds of any company
 */
export function featureNames(wording: Wording, entities: ReadonlyMap<string, Entity>, masked: boolean): string[] {
  return [...wordNames(wording), ...conceptNames(wording.concepts), ...(masked ? maskedEntityNames(wording, entities) : entityNames(wording, entities))];
}

function wordNames(wording: Wording): string[] {
  const names: string[] = [];
  let previous = '^';
  for (const [at, stem] of wording.stems.entries()) {
    if (wording.named[at]) {
      previous = '@';
      continue;
    }
    if (isLinkingWord(wording.words[at] ?? '')) continue;
    names.push(`w:${stem}`, `b:${previous} ${stem}`);
    if (stem.length > 4) for (let start = 0; start + 4 <= stem.length; start++) names.push(`g:${stem.slice(start, start + 4)}`);
    previous = stem;
  }
  for (const figure of wording.figures) names.push(`n:${figure.value}${figure.percent ? '%' : ''}`);
  return names;
}

function conceptNames(concepts: readonly string[]): string[] {
  const names = concepts.map((concept) => `c:${concept}`);
  const sorted = [...concepts].sort();
  for (const [at, left] of sorted.entries()) {
    for (const right of sorted.slice(at + 1)) {
      if (names.length - concepts.length >= MOST_CONCEPT_PAIRS) return names;
      names.push(`p:${left} ${right}`);
    }
  }
  return names;
}

function entityNames(wording: Wording, entities: ReadonlyMap<string, Entity>): string[] {
  const names = new Set<string>();
  for (const { entity } of wording.mentions) {
    names.add(`e:${entity}`);
    const owner = entities.get(entity)?.role?.of;
    names.add(`o:${owner ?? entity}`);
  }
  return [...names];
}

function maskedEntityNames(wording: Wording, entities: ReadonlyMap<string, Entity>): string[] {
  return [...new Set(wording.mentions.map(({ entity }) => `k:${entities.get(entity)?.kind ?? 'company'}`))];
}
