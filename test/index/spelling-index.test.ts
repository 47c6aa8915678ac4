import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/index/edit-distance.ts';
import { allowedTypos, SpellingIndex } from '../../src/index/spelling-index.ts';

const names = new SpellingIndex(['klarna', 'fiverr', 'shopify', 'amazon', 'siemiatkowski', 'echo', 'ibm', 'gpt4']);
const wordsFor = (typed: string) => names.correct(typed).map(({ word }) => word);

describe('SpellingIndex', () => {
  it.each([
    ['klarma', 'klarna', 1],
    ['klara', 'klarna', 1],
    ['kalrna', 'klarna', 1],
    ['larna', 'klarna', 1],
    ['fiver', 'fiverr', 1],
    ['shoppify', 'shopify', 1],
    ['shoppiffy', 'shopify', 2],
    ['siemiatkovski', 'siemiatkowski', 1],
    ['simiatkovski', 'siemiatkowski', 2],
    ['siemiatkowksy', 'siemiatkowski', 2],
  ])('corrects %j to %j, %d off', (typed, word, distance) => {
    expect(names.correct(typed)).toEqual([{ word, distance }]);
  });

  it('takes a word that is there for itself, however near others are', () => {
    expect(new SpellingIndex(['layoff', 'layoffs']).correct('layoff')).toEqual([{ word: 'layoff', distance: 0 }]);
  });

  it('gives all the words that are equally near, and none that are farther', () => {
    const corrections = new SpellingIndex(['hiring', 'firing', 'wiring', 'string']).correct('xiring');
    expect(corrections.map(({ word }) => word).sort()).toEqual(['firing', 'hiring', 'wiring']);
  });

  it('forgets a word that it found first when it finds a nearer one', () => {
    expect(new SpellingIndex(['partnered', 'partnar']).correct('partner')).toEqual([{ word: 'partnar', distance: 1 }]);
  });

  it.each(['ibn', 'ib', 'gpt5', 'eco', 'khoe'])('does not correct %j: it is too short, holds a digit or is too far off', (typed) => {
    expect(wordsFor(typed)).toEqual([]);
  });

  it('allows one typo in short words and two in long ones, on either side', () => {
    expect(['abc', 'abcd', 'abcde', 'abcdef', 'abc4567'].map((word) => allowedTypos(word, 5))).toEqual([0, 0, 1, 2, 0]);
    expect(allowedTypos('abcd', 4)).toBe(1);
    expect(wordsFor('klrmaaa')).toEqual([]);
  });

  it('keeps to a smaller limit', () => {
    expect(names.correct('shoppiffy', 1)).toEqual([]);
    expect(names.correct('klarma', 0)).toEqual([]);
    expect(names.correct('klarna', 0)).toEqual([{ word: 'klarna', distance: 0 }]);
  });

  it('knows its words, and corrects nothing without any', () => {
    expect([names.has('klarna'), names.has('klarma')]).toEqual([true, false]);
    expect(new SpellingIndex([]).correct('klarna')).toEqual([]);
  });

  it('finds just what comparing with every word finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 25 }), word, (words, typed) => {
        const near = words
          .map((candidate) => ({ word: candidate, distance: editDistance(typed, candidate, 20) }))
          .filter(
            ({ word: candidate, distance }) =>
              distance <= Math.min(allowedTypos(typed, 5), allowedTypos(candidate, 5)) && (distance < 2 || typed[0] === candidate[0]),
          );
        const least = Math.min(...near.map(({ distance }) => distance));
        const expected = words.includes(typed) ? [typed] : near.filter(({ distance }) => distance === least).map(({ word: candidate }) => candidate);
        expect(
          new SpellingIndex(words)
            .correct(typed)
            .map(({ word: candidate }) => candidate)
            .sort(),
        ).toEqual(expected.sort());
      }),
      { numRuns: 300 },
    );
  });

  it('corrects every word with any one letter changed, left out, doubled or swapped', () => {
    const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
    fc.assert(
      fc.property(
        fc.constantFrom('klarna', 'fiverr', 'shopify', 'amazon', 'siemiatkowski'),
        fc.nat(),
        letters,
        fc.constantFrom('change', 'leave out', 'double', 'swap'),
        (name, place, letter, how) => {
          const at = place % name.length;
          const [before, here, next, after] = [name.slice(0, at), name.charAt(at), name.charAt(at + 1), name.slice(at + 1)];
          const typed = {
            change: before + letter + after,
            'leave out': before + after,
            double: before + here + here + after,
            swap: before + next + here + name.slice(at + 2),
          }[how];
          expect(wordsFor(typed)).toEqual([name]);
        },
      ),
    );
  });

  it('is quick with a long word', () => {
    const start = performance.now();
    expect(wordsFor('k'.repeat(100_000))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
