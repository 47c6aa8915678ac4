import { describe, expect, it } from 'vitest';
import { wrapText } from '../../../src/adapters/terminal/wrap-text.ts';

describe('wrapText', () => {
  it('breaks at spaces only, and leaves a word that is too long whole', () => {
    expect(wrapText('one two three', 7)).toBe('one two\nthree');
    expect(wrapText('a considerable b', 5)).toBe('a\nconsiderable\nb');
    expect(wrapText('one two', 7, '  ')).toBe('one two');
    expect(wrapText('', 5)).toBe('');
  });

  it('counts the indent of the following lines', () => {
    expect(wrapText('aaa bbb ccc', 7, '  ')).toBe('aaa bbb\n  ccc');
    expect(wrapText('aaa bbb ccc ddd', 8, '  ')).toBe('aaa bbb\n  ccc\n  ddd');
  });

  it('keeps French marks with their word', () => {
    expect(wrapText('quand en 2022 ?', 13)).toBe('quand en\n2022 ?');
    expect(wrapText('il a dit « oui » hier', 12)).toBe('il a dit\n« oui » hier');
    expect(wrapText('soit 30 % en tout', 7)).toBe('soit\n30 % en\ntout');
  });
});
