import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entity } from '../../src/facts/entity.ts';
import { loadFactBase } from '../../src/facts/load-fact-base.ts';
import { EntityIndex, stemTerm } from '../../src/index/entity-index.ts';
import { orderNames } from '../../src/index/order-names.ts';
import { tokenise } from '../../src/text/tokenise.ts';

const loaded = loadFactBase(join(import.meta.dirname, '../..'));
if (!loaded.ok) throw new Error('the fact base does not load; see the tests of load-fact-base.ts');
const { base } = loaded;
const index = new EntityIndex(base.entities.values(), orderNames);

const nothingKnown = () => false;
const found = (text: string, isKnown: (word: string) => boolean = nothingKnown) =>
  index.find(tokenise(text), isKnown).map(({ entity, by }) => `${entity} by ${by}`);
/** The words of a text that a mention covers. */
const spans = (text: string) => index.find(tokenise(text), nothingKnown).map(({ start, end }) => tokenise(text).slice(start, end).join(' '));

const entity = (id: string, name: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'company',
  name: { en: name, fr: name },
  aliases: [],
  descriptions: { en: [], fr: [] },
  role: null,
  named: true,
  ...more,
});

describe('EntityIndex with the entities of this project', () => {
  it.each([
    ['Klarna', 'klarna by name'],
    ['KLARNA’s', 'klarna by name'],
    ["l'IA d'Amazon", 'amazon by name'],
    ['Open AI', 'openai by name'],
    ['Chat-GPT', 'chatgpt by name'],
    ['le PDG Siemiatkowski', 'sebastian-siemiatkowski by name'],
    ['Micha Kaufman', 'micha-kaufman by name'],
    ['shopify.com', 'shopify by name'],
  ])('finds the name in %j', (text, mention) => {
    expect(found(text)).toContain(mention);
  });

  it.each([
    ['Klarma', 'klarna by typo'],
    ['fiver', 'fiverr by typo'],
    ['shoppify', 'shopify by typo'],
    ['amazone', 'amazon by typo'],
    ['duolingoo', 'duolingo by typo'],
    ['siemiatkovski', 'sebastian-siemiatkowski by typo'],
    ['sebastien siemiatkovski', 'sebastian-siemiatkowski by typo'],
    ['Harly Finklestein', 'harley-finkelstein by typo'],
    ["l'ia d'Amazn", 'amazon by typo'],
    ['opnai', 'openai by typo'],
  ])('finds the misspelt name in %j, and only that', (text, mention) => {
    expect(found(text, (word) => ['what', 'pdg'].includes(word))).toEqual([mention]);
  });

  it.each([
    ['the buy now pay later company', 'klarna by description', 'buy now pay later company'],
    ['buy-now-pay-later companies', 'klarna by description', 'buy now pay later companies'],
    ['la plateforme de freelances', 'fiverr by description', 'plateforme de freelances'],
    ['la plateforme pour les freelances', 'fiverr by description', 'plateforme pour les freelances'],
    ['the e-commerce giant', 'amazon by description', 'e commerce giant'],
    ['l’entreprise de paiement différé', 'klarna by description', 'entreprise de paiement differe'],
    ['the Canadian e-commerce company', 'shopify by description', 'canadian e commerce company'],
  ])('finds who is described in %j', (text, mention, span) => {
    expect(found(text)).toEqual([mention]);
    expect(spans(text)).toEqual([span]);
  });

  it('takes “the e-commerce platform” for a company, and not for its merchants', () => {
    const companies = index.find(tokenise('the e-commerce platform'), nothingKnown).filter(({ entity: id }) => base.entities.get(id)?.kind === 'company');
    expect(companies).toHaveLength(1);
  });

  it('finds a name and a misspelt name beside each other, in their order, and says how far off each is', () => {
    expect(index.find(tokenise('compare shoppify with Klarna and fiver'), (word) => word === 'compare')).toEqual([
      { entity: 'shopify', start: 1, end: 2, by: 'typo', distance: 1 },
      { entity: 'klarna', start: 3, end: 4, by: 'name', distance: 0 },
      { entity: 'fiverr', start: 5, end: 6, by: 'typo', distance: 1 },
    ]);
  });

  it('prefers the longer name where one holds the other', () => {
    expect(found('the Klarna app')).toContain('klarna-app by name');
    expect(found('the Klarna app')).not.toContain('klarna by name');
  });

  it.each([
    'how many people lost their job last year',
    'combien de personnes ont perdu leur emploi',
    'what did the company say about it',
    'does the river ever stop',
    'quelle est la raison des licenciements',
    'five hundred people and a customer service team',
    'le service client est-il plus lent',
    'what is the plan for next year',
  ])('finds no name in the ordinary words of %j, even when it knows none of them', (text) => {
    expect(index.find(tokenise(text), nothingKnown).filter(({ by }) => by !== 'description')).toEqual([]);
  });

  it.each(['selon', 'barley', 'mask', 'bolt', 'stabilité', 'amazing'])('does not take %j for a misspelt name when it is a known word', (word) => {
    expect(found(word, () => true)).toEqual([]);
  });

  it.fails.each(['is my job stability gone', 'we live in an echo chamber', 'is it a fast company'])(
    'finds no name in the ordinary words of %j when it knows them',
    (text) => {
      expect(found(text, () => true).filter((mention) => !mention.endsWith('description'))).toEqual([]);
    },
  );

  it('finds nothing in no words', () => {
    expect(index.find([], nothingKnown)).toEqual([]);
  });

  it('finds every entity by each of its names, where it has one of its own', () => {
    const lost = [...base.entities.values()].flatMap((known) =>
      [...(known.named ? [known.name.en, known.name.fr] : []), ...known.aliases]
        .filter((name) => !index.find(tokenise(name), nothingKnown).some(({ by }) => by === 'name'))
        .map((name) => `${known.id}: ${name}`),
    );
    expect(lost).toEqual([]);
  });

  it('keeps its mentions inside the text, and never lets two names share a word', () => {
    const word = fc.constantFrom(
      'klarna',
      'klarma',
      'ai',
      'assistant',
      'amazon',
      'alexa',
      'division',
      'buy',
      'now',
      'pay',
      'later',
      'the',
      'de',
      'shopfy',
      'zzz',
      'x',
      'company',
      'open',
      '5',
      'harley',
      'finkelstien',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const mentions = index.find(words, nothingKnown);
        for (const { start, end, entity: id } of mentions) {
          expect(start >= 0 && start < end && end <= words.length, `${start}-${end}`).toBe(true);
          expect(base.entities.has(id)).toBe(true);
        }
        const covered = mentions
          .filter(({ by }) => by !== 'description')
          .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, offset) => start + offset));
        expect(new Set(covered).size).toBe(covered.length);
      }),
    );
  });

  it('reads 2,000 unknown words in no time', () => {
    const words = Array.from({ length: 2_000 }, (_, number) => ['klrna', 'amzaon', 'shopifi', 'siematkowsky', 'xylophone'][number % 5] ?? '');
    const start = performance.now();
    index.find(words, nothingKnown);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});

describe('EntityIndex', () => {
  it('asks for the better name where two are equally near', () => {
    const asked: string[] = [];
    const tied = new EntityIndex([entity('hiring', 'Hiring'), entity('firing', 'Firing')], (typed, names) => {
      asked.push(`${typed}: ${[...names].sort().join(', ')}`);
      return ['firing'];
    });
    expect(tied.find(['xiring'], nothingKnown)).toEqual([{ entity: 'firing', start: 0, end: 1, by: 'typo', distance: 1 }]);
    expect(asked).toEqual(['xiring: firing, hiring']);
  });

  it('takes one of them where nobody knows the better', () => {
    const tied = new EntityIndex([entity('hiring', 'Hiring'), entity('firing', 'Firing')], () => []);
    expect(tied.find(['xiring'], nothingKnown)).toHaveLength(1);
  });

  it.fails('takes a name that two entities share for the same one, misspelt or not', () => {
    const shared = new EntityIndex([entity('first', 'Twinco'), entity('second', 'Twinco')], orderNames);
    expect(shared.find(['twinco'], nothingKnown)[0]?.entity).toBe(shared.find(['twimco'], nothingKnown)[0]?.entity);
  });

  it('never takes words for the name of an entity that the documents do not name', () => {
    const described = new EntityIndex([entity('staff', 'Personnel', { named: false })], orderNames);
    expect(described.find(['personnel'], nothingKnown)).toEqual([]);
    expect(described.find(['personel'], nothingKnown)).toEqual([]);
  });

  it('wants the whole of a misspelt name', () => {
    const people = new EntityIndex([entity('jane', 'Jane Fairweather')], orderNames);
    expect(people.find(['jane', 'fairwether'], nothingKnown)).toHaveLength(1);
    expect(people.find(['jane'], nothingKnown)).toEqual([]);
    expect(people.find(['jane', 'smith'], nothingKnown)).toEqual([]);
  });

  it('does not take typos in a description', () => {
    const makers = new EntityIndex([entity('acme', 'Acme', { descriptions: { en: ['anvil maker'], fr: [] } })], orderNames);
    expect(makers.find(['the', 'anvil', 'makers'], nothingKnown)).toEqual([{ entity: 'acme', start: 1, end: 3, by: 'description', distance: 0 }]);
    expect(makers.find(['the', 'anvul', 'makers'], nothingKnown)).toEqual([]);
  });
});

describe('stemTerm', () => {
  it('leaves articles and "de" out, unless there is nothing else', () => {
    expect(stemTerm(['la', 'plateforme', 'de', 'freelances'])).toEqual(stemTerm(['plateforme', 'freelance']));
    expect(stemTerm(['la'])).toEqual(['la']);
  });
});
