import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/index/edit-distance.ts';

/** Optimal string alignment as its definition reads, from the ends of both words; slow. */
function naiveDistance(left: string, right: string): number {
  if (left === '' || right === '') return left.length + right.length;
  const same = left.at(-1) === right.at(-1);
  const swapped = left.length > 1 && right.length > 1 && left.at(-1) === right.at(-2) && left.at(-2) === right.at(-1);
  return Math.min(
    naiveDistance(left.slice(0, -1), right) + 1,
    naiveDistance(left, right.slice(0, -1)) + 1,
    naiveDistance(left.slice(0, -1), right.slice(0, -1)) + (same ? 0 : 1),
    swapped ? naiveDistance(left.slice(0, -2), right.slice(0, -2)) + 1 : Number.POSITIVE_INFINITY,
  );
}

/** Few letters, so that words have some in common. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
const longWord = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 14 });
const FAR = 100;

describe('editDistance', () => {
  it.each([
    ['klarna', 'klarna', 0],
    ['klarma', 'klarna', 1],
    ['klara', 'klarna', 1],
    ['klarrna', 'klarna', 1],
    ['kalrna', 'klarna', 1],
    ['kalrma', 'klarna', 2],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['', '', 0],
    ['ca', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('from %j to %j is %d', (left, right, distance) => {
    expect(editDistance(left, right, FAR)).toBe(distance);
  });

  it('is what its definition says', () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(editDistance(left, right, FAR)).toBe(naiveDistance(left, right));
      }),
    );
  });

  it('is the same there and back', () => {
    fc.assert(
      fc.property(longWord, longWord, fc.nat({ max: 6 }), (left, right, limit) => {
        expect(Math.min(editDistance(left, right, limit), limit + 1)).toBe(Math.min(editDistance(right, left, limit), limit + 1));
      }),
    );
  });

  it('is 0 between equal words only', () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(editDistance(left, right, FAR) === 0).toBe(left === right);
      }),
    );
  });

  it('is at least the difference in length, and at most the longer length', () => {
    fc.assert(
      fc.property(longWord, longWord, (left, right) => {
        const distance = editDistance(left, right, FAR);
        expect(distance).toBeGreaterThanOrEqual(Math.abs(left.length - right.length));
        expect(distance).toBeLessThanOrEqual(Math.max(left.length, right.length));
      }),
    );
  });

  it('is one above the limit, or itself, where it is above the limit, and else itself', () => {
    fc.assert(
      fc.property(longWord, longWord, fc.nat({ max: 6 }), (left, right, limit) => {
        const distance = editDistance(left, right, FAR);
        expect(editDistance(left, right, limit)).toBeOneOf(distance <= limit ? [distance] : [limit + 1, distance]);
      }),
    );
  });

  it('gives up early between long words that have nothing in common', () => {
    const [left, right] = ['a'.repeat(20_000), 'b'.repeat(20_000)];
    const start = performance.now();
    expect(editDistance(left, right, 2)).toBe(3);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
