import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Lesson, learnPhrasings, PhrasingClassifier } from '../../src/index/phrasing-classifier.ts';

const FEATURES = 12;
const OPTIONS = { epochs: 3, keepPhrasings: true } as const;

/** Two ways to ask for each of three things; feature 0 stands in all. */
const LESSONS: readonly Lesson[] = [
  { features: [0, 1, 2], label: 0 },
  { features: [0, 1, 3], label: 0 },
  { features: [0, 4, 5], label: 1 },
  { features: [0, 4, 6, 2], label: 1 },
  { features: [0, 7, 5], label: 2 },
  { features: [0, 7, 6, 3], label: 2 },
];

const lessons = fc
  .array(fc.record({ features: fc.uniqueArray(fc.nat(FEATURES - 1), { minLength: 1 }), label: fc.nat(3) }), { minLength: 2, maxLength: 20 })
  .map((drawn) => drawn.sort((left, right) => left.label - right.label));

describe('PhrasingClassifier', () => {
  it('scores highest what a phrasing that it learned asks for', () => {
    const classifier = new PhrasingClassifier(learnPhrasings(LESSONS, 3, OPTIONS));
    for (const { features, label } of LESSONS) {
      const { scores } = classifier.read(features);
      expect(scores.indexOf(Math.max(...scores))).toBe(label);
    }
  });

  it('finds a phrasing that it learned to be its own nearest', () => {
    const classifier = new PhrasingClassifier(learnPhrasings(LESSONS, 3, OPTIONS));
    const { nearest } = classifier.read([0, 4, 6, 2]);
    expect(nearest.phrasings[1]).toBe(3);
    expect(nearest.similarities[1]).toBeCloseTo(1, 5);
  });

  it('learns the same from the same lessons', () => {
    fc.assert(
      fc.property(lessons, (drawn) => {
        expect(learnPhrasings(drawn, 4, OPTIONS)).toEqual(learnPhrasings(drawn, 4, OPTIONS));
      }),
    );
  });

  it('measures likeness from 0 to 1, and names no phrasing that shares nothing', () => {
    fc.assert(
      fc.property(lessons, fc.uniqueArray(fc.nat(FEATURES - 1)), (drawn, asked) => {
        const { nearest } = new PhrasingClassifier(learnPhrasings(drawn, 4, OPTIONS)).read(asked);
        for (const [owner, phrasing] of nearest.phrasings.entries()) {
          const similarity = nearest.similarities[owner] ?? 0;
          expect(similarity >= 0 && similarity < 1.0001).toBe(true);
          expect(phrasing === -1).toBe(similarity === 0);
          if (phrasing >= 0) expect(drawn[phrasing]?.label).toBe(owner);
        }
      }),
    );
  });

  it('lets only labels of its own group compete with a lesson', () => {
    const alone = learnPhrasings(LESSONS, 3, { ...OPTIONS, competitors: (label) => [label, label + 1] });
    expect(alone.linear).toEqual(learnPhrasings(LESSONS, 3, { ...OPTIONS, epochs: 0 }).linear);
  });

  it('passes over features that it never saw, and weighs them 0', () => {
    const classifier = new PhrasingClassifier(learnPhrasings(LESSONS, 3, OPTIONS));
    expect(classifier.read([1, FEATURES + 5, -1])).toEqual(classifier.read([1]));
    expect([classifier.weight(FEATURES + 5), classifier.weight(-1), classifier.weight(11)]).toEqual([0, 0, 0]);
  });

  it('keeps no phrasings where they are not asked for', () => {
    const classifier = new PhrasingClassifier(learnPhrasings(LESSONS, 3, { epochs: 1, keepPhrasings: false }));
    expect(classifier.read([0, 1]).nearest.phrasings).toHaveLength(0);
  });
});
