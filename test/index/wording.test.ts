import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadFactBase } from '../../src/facts/load-fact-base.ts';
import { EntityIndex } from '../../src/index/entity-index.ts';
import { Lexicon } from '../../src/index/lexicon.ts';
import { orderNames } from '../../src/index/order-names.ts';
import { WordingReader } from '../../src/index/wording.ts';

const loaded = loadFactBase(join(import.meta.dirname, '../..'));
if (!loaded.ok) throw new Error('the fact base does not load; see the tests of load-fact-base.ts');
const { base } = loaded;
const reader = new WordingReader(base.entities, new EntityIndex(base.entities.values(), orderNames), base.concepts);
const lexicon = new Lexicon();
for (const { phrasings } of [...base.facts.values(), ...base.gaps.values()]) {
  for (const { text, language } of phrasings) lexicon.add(reader.read(text, null), language);
}
const vocabulary = lexicon.vocabulary(base.concepts);
const entitiesIn = (text: string) => reader.read(text, vocabulary).mentions.map(({ entity }) => entity);

describe('WordingReader with the vocabulary of this project', () => {
  it.each([
    ['Klarma layoffs', 'klarna'],
    ['how many people did shoppify fire', 'shopify'],
    ['shopfy', 'shopify'],
    ['amzon', 'amazon'],
    ['what did opnai do', 'openai'],
  ])('finds the misspelt name in %j', (text, entity) => {
    expect(entitiesIn(text)).toEqual([entity]);
  });

  it.each([
    ['how many people did fiver lay off', 'fiverr'],
    ['what did siemiatkovski say', 'sebastian-siemiatkowski'],
    ['amazone licencie', 'amazon'],
    ['is duolingoo cutting jobs', 'duolingo'],
  ])('finds the misspelt name in %j, whose stem is that of a known word', (text, entity) => {
    expect(entitiesIn(text)).toEqual([entity]);
  });

  it('takes no word of the documents for a misspelt name', () => {
    const misspelt = [...base.documents.values()].flatMap(({ id, text }) => {
      const { mentions, words } = reader.read(text, vocabulary);
      return mentions.filter(({ by }) => by === 'typo').map(({ entity, start, end }) => `${id}: ${words.slice(start, end).join(' ')} for ${entity}`);
    });
    expect(misspelt).toEqual([]);
  });

  it.each(['a bolt from the blue', 'a mask for everyone', 'from dusk till dawn'])('finds no name in %j', (text) => {
    expect(entitiesIn(text)).toEqual([]);
  });

  it('mends the stem of a misspelt word that is no name', () => {
    expect(reader.read('licencienents', vocabulary).stems).toEqual(reader.read('licenciements', vocabulary).stems);
  });
});
