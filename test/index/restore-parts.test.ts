import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { loadFactBase } from '../../src/facts/load-fact-base.ts';
import { EntityIndex } from '../../src/index/entity-index.ts';
import { FeatureNumbers } from '../../src/index/feature-numbers.ts';
import { Lexicon, leanBy } from '../../src/index/lexicon.ts';
import { orderNames } from '../../src/index/order-names.ts';
import { learnPhrasings, PhrasingClassifier } from '../../src/index/phrasing-classifier.ts';
import { KindShares, shareKinds } from '../../src/index/question-kinds.ts';
import { SpellingIndex } from '../../src/index/spelling-index.ts';
import { TermIndex } from '../../src/index/term-index.ts';
import { WordingReader } from '../../src/index/wording.ts';
import { tokenise } from '../../src/text/tokenise.ts';

const loaded = loadFactBase(join(import.meta.dirname, '../..'));
if (!loaded.ok) throw new Error('the fact base does not load; see the tests of load-fact-base.ts');
const { base } = loaded;
const entities = new EntityIndex(base.entities.values(), orderNames);
const reader = new WordingReader(base.entities, entities, base.concepts);
const TEXTS = [
  ...[...base.facts.values()].slice(0, 40).flatMap(({ statement, phrasings }) => [statement.en, statement.fr, phrasings[0]?.text ?? '']),
  'combien de gens Klarma a viré en 2022',
  'le PDG de shoppify, Harly Finklestein',
  'the e-commerce giant’s ai assistant does the work of 700 agents',
];

/** Out to the disk and back. */
function copyOf<T>(state: T): T {
  return deserialize(serialize(state));
}

describe('what is restored from its state', () => {
  it('finds the same terms', () => {
    const index = new TermIndex<string>();
    for (const term of ['open ai', 'open', 'ai company']) index.add(term.split(' '), term);
    const words = ['an', 'open', 'ai', 'company'];
    expect(new TermIndex(copyOf(index.state)).find(words)).toEqual(index.find(words));
  });

  it('corrects the same words', () => {
    const index = new SpellingIndex(['klarna', 'shopify', 'siemiatkowski', 'a', 'klara']);
    const copy = new SpellingIndex([], 5, copyOf(index.state));
    for (const typed of ['klarma', 'shoppiffy', 'simiatkovski', 'klarna', 'a', 'xyz', '']) expect(copy.correct(typed)).toEqual(index.correct(typed));
    expect([copy.has('a'), copy.has('b')]).toEqual([true, false]);
  });

  it('finds the same entities', () => {
    const copy = new EntityIndex([], orderNames, copyOf(entities.state));
    for (const text of TEXTS) expect(copy.find(tokenise(text), () => false)).toEqual(entities.find(tokenise(text), () => false));
  });

  it('reads the same wordings', () => {
    const copy = new WordingReader(base.entities, new EntityIndex([], orderNames, copyOf(entities.state)), [], copyOf(reader.state));
    for (const text of TEXTS) expect(copy.read(text, null)).toEqual(reader.read(text, null));
  });

  it('knows the same words, and leans to the same language', () => {
    const lexicon = new Lexicon();
    for (const [at, text] of TEXTS.entries()) lexicon.add(reader.read(text, null), at % 2 === 0 ? 'en' : 'fr');
    const { spelling } = lexicon.vocabulary(base.concepts);
    const copy = new SpellingIndex([], 4, copyOf(spelling.state));
    const lean = leanBy(copyOf(lexicon.leans()));
    for (const text of TEXTS) {
      expect(lean(tokenise(text))).toBe(lexicon.languageLean()(tokenise(text)));
      for (const word of tokenise(`${text}x`)) expect(copy.correct(word)).toEqual(spelling.correct(word));
    }
  });

  it('numbers the same features', () => {
    const features = new FeatureNumbers();
    features.add(['w:a', 'c:b']);
    const copy = new FeatureNumbers(copyOf(features.state));
    expect([copy.known(['c:b', 'w:new', 'w:a']), copy.add(['w:new', 'w:a'])]).toEqual([
      [1, 0],
      [2, 0],
    ]);
  });

  it('has the same opinions', () => {
    const lessons = TEXTS.map((text, at) => ({ features: [...text].map((letter) => letter.charCodeAt(0)), label: Math.floor((at * 7) / TEXTS.length) }));
    const classifier = new PhrasingClassifier(learnPhrasings(lessons, 7, { epochs: 2, keepPhrasings: true }));
    const copy = new PhrasingClassifier(copyOf(classifier.state));
    for (const { features } of lessons) expect(copy.read(features)).toEqual(classifier.read(features));
    expect([copy.greatestWeight, copy.weight(101)]).toEqual([classifier.greatestWeight, classifier.weight(101)]);
  });

  it('fits the same kinds', () => {
    const shares = new KindShares(
      shareKinds(
        [
          { target: 0, kinds: [0, 3] },
          { target: 1, kinds: [] },
        ],
        2,
      ),
    );
    const copy = new KindShares(copyOf(shares.state));
    expect([copy.fit([0], 0), copy.fit([0], 1), copy.fit([], 1), copy.fit([1, 3], 0)]).toEqual([1, 0, 0.5, 0.5]);
    expect(copy.fit([3], 0)).toBe(shares.fit([3], 0));
  });
});
