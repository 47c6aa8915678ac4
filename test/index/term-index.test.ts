import { describe, expect, it } from 'vitest';
import { TermIndex } from '../../src/index/term-index.ts';

function indexOf(terms: Readonly<Record<string, string>>): TermIndex<string> {
  const index = new TermIndex<string>();
  for (const [term, value] of Object.entries(terms)) index.add(term.split(' '), value);
  return index;
}

describe('TermIndex', () => {
  it('finds terms of one and of several words, with their places', () => {
    const index = indexOf({ klarna: 'k', 'buy now pay later': 'b' });
    expect(index.find('is klarna a buy now pay later firm'.split(' '))).toEqual([
      { value: 'k', start: 1, end: 2 },
      { value: 'b', start: 3, end: 7 },
    ]);
  });

  it('finds overlapping terms, the longest first at each place', () => {
    const index = indexOf({ open: 'short', 'open ai': 'middle', 'open ai company': 'long', 'ai company': 'later' });
    expect(index.find(['open', 'ai', 'company']).map(({ value }) => value)).toEqual(['long', 'middle', 'short', 'later']);
  });

  it('does not find a part of a term', () => {
    expect(indexOf({ 'pay later company': 'p' }).find(['pay', 'later'])).toEqual([]);
    expect(indexOf({ 'pay later company': 'p' }).find(['later', 'company'])).toEqual([]);
  });

  it('finds a term as often as it stands there', () => {
    expect(
      indexOf({ ai: 'a' })
        .find(['ai', 'or', 'ai'])
        .map(({ start }) => start),
    ).toEqual([0, 2]);
  });

  it('gives every value of a term once', () => {
    const index = new TermIndex<string>();
    for (const value of ['a', 'b', 'a']) index.add(['ai'], value);
    expect(
      index
        .find(['ai'])
        .map(({ value }) => value)
        .sort(),
    ).toEqual(['a', 'b']);
  });

  it('does not take two words for one that reads like them, or the other way round', () => {
    const index = indexOf({ 'open ai': 'two' });
    expect(index.find(['openai'])).toEqual([]);
    expect(index.find(['open', 'source', 'ai'])).toEqual([]);
  });

  it.each(['constructor', '__proto__', 'toString'])('does not know %j unless it was added', (word) => {
    expect(indexOf({ ai: 'a' }).find([word])).toEqual([]);
    expect(indexOf({ [`${word} x`]: 'a' }).find([word, 'x'])).toHaveLength(1);
  });

  it('finds nothing in no words, nor a term of no words', () => {
    const index = new TermIndex<string>();
    index.add([], 'nothing');
    expect([index.find([]), index.find(['ai'])]).toEqual([[], []]);
  });
});
