import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures } from '../../src/text/find-figures.ts';
import { foldText } from '../../src/text/fold-text.ts';
import { anyText } from '../fixtures/any-text.ts';

const valuesIn = (text: string) => findFigures(foldText(text)).map(({ value }) => value);

describe('findFigures', () => {
  it.each([
    ['2,3 millions', 2_300_000],
    ['2.3 million', 2_300_000],
    ['2.3M', 2_300_000],
    ['18k', 18_000],
    ['1.5k', 1_500],
    ['3 800', 3_800],
    ['3\u00a0800', 3_800],
    ['3\u202f800', 3_800],
    ['3,800', 3_800],
    ['3.800', 3_800],
    ["3'800", 3_800],
    ['650 000 employés', 650_000],
    ['1,000,000', 1_000_000],
    ['12 500 300', 12_500_300],
    ['five billion', 5_000_000_000],
    ['cinq milliards', 5_000_000_000],
    ['5 bn', 5_000_000_000],
    ['5 Md', 5_000_000_000],
    ['18 mille', 18_000],
    ['two thousand', 2_000],
    ['douze', 12],
    ['0,5', 0.5],
    ['$5m', 5_000_000],
    ['environ 700.', 700],
  ])('reads %j as %d', (text, value) => {
    expect(valuesIn(text)).toEqual([value]);
  });

  it.each([
    ['2 minutes contre 11', [2, 11]],
    ['de 3 800 à 2 000 personnes', [3800, 2000]],
    ['from 3,800 to 2,000 people', [3800, 2000]],
    ['93 out of 132', [93, 132]],
    ['4 à 5 entreprises', [4, 5]],
    ['4-5 partners', [4, 5]],
    ['environ 66 % de son support, soit environ 2,3 millions de discussions', [66, 2_300_000]],
    ['in 2022, 700 people', [2022, 700]],
    ['en 2022 700 personnes', [2022, 700]],
    ['two hundred six months ago', [200, 6]],
    ['the tenure of two people', [2]],
    ['two cents', [2]],
  ])('finds every figure of %j', (text, values) => {
    expect(valuesIn(text)).toEqual(values);
  });

  it.each(['66 %', '66%', '66\u00a0%', '66 percent', '66 per cent', '66 pour cent', '66 pourcent', '66 pct'])('sees that %j is a percentage', (text) => {
    expect(findFigures(foldText(text))).toEqual([{ value: 66, percent: true, year: false, start: 0, end: foldText(text).length }]);
  });

  it('takes four bare digits from 1900 to 2099 for a year', () => {
    const years = findFigures('1899 1900 2022 2099 2100').map(({ value, year }) => [value, year]);
    expect(years).toEqual([
      [1899, false],
      [1900, true],
      [2022, true],
      [2099, true],
      [2100, false],
    ]);
  });

  it.each(['2 022', '2,022', '2022 %', '2022 millions', '2022k', '202'])('does not take %j for a year', (text) => {
    expect(findFigures(foldText(text)).map(({ year }) => year)).toEqual([false]);
  });

  it.each(['', 'how many people', 'fiverr', 'cents', 'millions', 'un', 'one', 'a4', 'weight', 'often', 'dixit'])('finds no figure in %j', (text) => {
    expect(findFigures(foldText(text))).toEqual([]);
  });

  it('says where each figure stands', () => {
    const folded = foldText('Passant de 3 800 à 2 000, soit 47 %, en 2 minutes');
    expect(findFigures(folded).map(({ start, end }) => folded.slice(start, end))).toEqual(['3 800', '2 000', '47 %', '2']);
  });

  it.each([
    ['two hundred', 200],
    ['deux cents', 200],
    ['vingt-cinq', 25],
    ['twenty-five percent', 25],
    ['5 Mds', 5_000_000_000],
    ['1,234.56', 1_234.56],
    ['1 234,5', 1_234.5],
    ['two hundred and fifty', 250],
    ['deux cent cinquante', 250],
    ['quatre-vingt-dix-sept', 97],
    ['soixante et onze', 71],
    ['two thousand five hundred', 2_500],
    ['mille deux cents', 1_200],
    ['cinq cent mille', 500_000],
  ])('reads %j as the one figure %d', (text, value) => {
    expect(valuesIn(text)).toEqual([value]);
  });

  it('reads back any whole number, however its digits are grouped', () => {
    const separators = fc.constantFrom('', ' ', ',', '.', "'", '\u00a0', '\u202f');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), separators, (number, separator) => {
        const written = String(number).replace(/\B(?=(?:\d{3})+$)/g, separator);
        expect(valuesIn(`about ${written} people`)).toEqual([number]);
      }),
    );
  });

  it('gives figures in order, apart from each other and inside the text, for any text', () => {
    const texts = fc.oneof(anyText, fc.string({ unit: fc.constantFrom(..."0123456789 .,'%km", 'million', 'cinq', 'percent') }));
    fc.assert(
      fc.property(texts, (text) => {
        const folded = foldText(text);
        let free = 0;
        for (const figure of findFigures(folded)) {
          expect(figure.start).toBeGreaterThanOrEqual(free);
          expect(figure.end).toBeGreaterThan(figure.start);
          expect(figure.end).toBeLessThanOrEqual(folded.length);
          expect(figure.value).toSatisfy(Number.isFinite);
          free = figure.end;
        }
      }),
    );
  });
});
