import { describe, expect, it } from 'vitest';
import type { Measure } from '../../src/facts/fact.ts';
import { verifyDerivedMeasure, verifyStatedMeasure } from '../../src/facts/verify-measures.ts';
import { loadChanged, replace } from '../fixtures/small-project.ts';

const ACME = 'data/facts/acme.yaml';
const BOREL = 'data/facts/borel.yaml';

const stated = (figures: Partial<Measure>): Measure => ({ quantity: 'headcount', unit: 'people', approximate: false, basis: 'stated', ...figures });
const derived = (figures: Partial<Measure>): Measure => ({ ...stated(figures), basis: 'derived' });
const facts = new Map(
  Object.entries({ before: 3800, after: 2000, cut: 250, share: 30, slow: 11, fast: 2 }).map(([id, value]) => [id, { measures: [stated({ value })] }]),
);

describe('a stated figure', () => {
  it('that is not in the quote is reported where it stands', () => {
    const { problems, placeOf } = loadChanged(replace(BOREL, 'value: 250', 'value: 260'));
    expect(problems).toEqual([
      {
        file: BOREL,
        ...placeOf(BOREL, '260'),
        field: '0.measures.0.value',
        what: 'the figure 260 does not stand in the quote',
        fix: expect.stringContaining('correct the figure'),
      },
    ]);
  });

  it('is looked for in all the quotes of its fact, however it is written', () => {
    const quotes = ['passant de 3 800', 'environ 2,3 millions', 'cinq milliards'].map((exact) => ({ exact }));
    for (const value of [3800, 2_300_000, 5_000_000_000]) expect(verifyStatedMeasure(stated({ value }), quotes)).toEqual([]);
  });

  it('is not found in a part of another figure', () => {
    expect(verifyStatedMeasure(stated({ value: 800 }), [{ exact: 'passant de 3 800 à 2 000' }])).toHaveLength(1);
    expect(verifyStatedMeasure(stated({ value: 25 }), [{ exact: 'environ 250 employés' }])).toHaveLength(1);
  });

  it('is reported for either end of a range', () => {
    const faults = verifyStatedMeasure(stated({ min: 4, max: 6 }), [{ exact: '4 à 5 grandes entreprises' }]);
    expect(faults.map(({ field }) => field)).toEqual(['max']);
  });

  it('may be given by the words of the quote', () => {
    const quotes = [{ exact: 'Plusieurs centaines de postes' }];
    expect(verifyStatedMeasure(stated({ min: 200, written: 'plusieurs centaines' }), quotes)).toEqual([]);
    expect(verifyStatedMeasure(stated({ min: 200, written: 'quelques centaines' }), quotes)).toEqual([
      { field: 'written', what: expect.stringContaining('quelques centaines'), fix: expect.stringContaining('copy the words') },
    ]);
  });

  it('may not be given by words that are part of others', () => {
    expect(verifyStatedMeasure(stated({ value: 6, written: 'six' }), [{ exact: 'a sixth of the staff' }])).toHaveLength(1);
  });
});

describe('a derived figure', () => {
  it.each([
    { operation: 'difference', operands: ['before', 'after'], value: 1800 },
    { operation: 'sum', operands: ['before', 'after', 'cut'], value: 6050 },
    { operation: 'ratio', operands: ['slow', 'fast'], value: 5.5 },
    { operation: 'share', operands: ['cut', 'after'], value: 12.5 },
  ] as const)('is computed again: $operation', ({ operation, operands, value }) => {
    expect(verifyDerivedMeasure(derived({ operation, operands, value }), facts)).toEqual([]);
    expect(verifyDerivedMeasure(derived({ operation, operands, value: value + 1 }), facts)).toEqual([
      { field: 'value', what: expect.stringContaining(`the figure is ${value + 1}, and its operands make ${value}`), fix: expect.any(String) },
    ]);
  });

  it('may be rounded by two in a hundred where it is approximate', () => {
    const whole = (value: number, approximate: boolean) =>
      verifyDerivedMeasure(derived({ operation: 'whole', operands: ['cut', 'share'], value, approximate }), facts);
    expect([whole(833, true), whole(820, true)]).toEqual([[], []]);
    expect([whole(833, false), whole(900, true), whole(800, true)].map((faults) => faults.length)).toEqual([1, 1, 1]);
  });

  it('is reported where it stands when it does not compute', () => {
    const { problems, placeOf } = loadChanged(replace(ACME, 'value: 1800', 'value: 1700'));
    expect(problems).toEqual([
      {
        file: ACME,
        ...placeOf(ACME, '1700'),
        field: '2.measures.0.value',
        what: 'the figure is 1700, and its operands make 1800',
        fix: expect.stringContaining('operands'),
      },
    ]);
  });

  it('is reported when its operands are the wrong way round', () => {
    const { problems } = loadChanged(replace(ACME, 'operands: [acme-before, acme-after]', 'operands: [acme-after, acme-before]'));
    expect(problems).toEqual([expect.objectContaining({ what: expect.stringContaining('its operands make -1800') })]);
  });

  it('is reported when it has one operand too few', () => {
    expect(verifyDerivedMeasure(derived({ operation: 'ratio', operands: ['slow'], value: 11 }), facts)).toEqual([
      { field: 'operands', what: expect.stringContaining('cannot be computed from 1'), fix: expect.stringContaining('two operands') },
    ]);
  });

  it('is reported when an operand has no value', () => {
    const { problems, placeOf } = loadChanged(replace(ACME, '{quantity: headcount, value: 2000,', '{quantity: headcount, max: 2000,'));
    expect(problems).toEqual([
      {
        file: ACME,
        line: placeOf(ACME, 'operation:').line,
        column: expect.any(Number),
        field: '2.measures.0.operands.1',
        what: expect.stringContaining('acme-after'),
        fix: expect.stringContaining('value'),
      },
    ]);
  });

  it('is reported in plain words when it has min and max in place of a value', () => {
    const { problems } = loadChanged(replace(ACME, 'value: 1800', 'min: 1800'));
    expect(problems).toEqual([expect.objectContaining({ what: expect.not.stringContaining('NaN') })]);
  });

  it('is reported when it is one of its own operands', () => {
    expect(
      loadChanged(
        replace(ACME, 'value: 1800', 'value: 4000'),
        replace(ACME, 'operation: difference, operands: [acme-before, acme-after]', 'operation: sum, operands: [acme-fall]'),
      ).problems,
    ).toHaveLength(1);
  });

  it('is reported when it is one of its own operands over another fact', () => {
    const circle = new Map([
      ['first', { measures: [derived({ operation: 'sum', operands: ['second', 'none'], value: 1 })] }],
      ['second', { measures: [derived({ operation: 'sum', operands: ['first', 'none'], value: 1 })] }],
      ['none', { measures: [stated({ value: 0 })] }],
    ]);
    expect(verifyDerivedMeasure(derived({ operation: 'sum', operands: ['second', 'none'], value: 1 }), circle, 'first').map(({ field }) => field)).toEqual([
      'operands.0',
    ]);
  });

  it('is reported when an operation of two figures is given three', () => {
    expect(verifyDerivedMeasure(derived({ operation: 'difference', operands: ['before', 'after', 'cut'], value: 1800 }), facts)).toHaveLength(1);
  });

  it('is reported when it divides by nothing', () => {
    const withZero = new Map([...facts, ['none', { measures: [stated({ value: 0 })] }] as const]);
    expect(verifyDerivedMeasure(derived({ operation: 'ratio', operands: ['slow', 'none'], value: 1, approximate: true }), withZero)).toHaveLength(1);
  });
});
