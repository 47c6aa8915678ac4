import { findFigures } from '../text/find-figures.ts';
import { foldText } from '../text/fold-text.ts';
import type { Measure } from './fact.ts';

type Fault = { readonly field: string; readonly what: string; readonly fix: string };
type Measured = { readonly measures: readonly Measure[] };

/** Checks that a stated figure stands in the fact's quotes, in digits or in the words that `written` gives. */
export function verifyStatedMeasure(measure: Measure, quotes: readonly { exact: string }[]): Fault[] {
  const folded = quotes.map((quote) => foldText(quote.exact));
  if (measure.written !== undefined) {
    const words = foldText(measure.written);
    if (folded.some((quote) => quote.includes(words))) return [];
    return [{ field: 'written', what: `“${measure.written}” does not stand in the quote`, fix: 'copy the words that give the figure out of the quote' }];
  }
  const values = new Set(folded.flatMap((quote) => findFigures(quote).map((figure) => figure.value)));
  return numbersOf(measure)
    .filter(([, value]) => !values.has(value))
    .map(([field, value]) => ({
      field,
      what: `the figure ${value} does not stand in the quote`,
      fix: 'correct the figure, quote the words that hold it, or give them as `written`',
    }));
}

/** Recomputes a derived figure from the facts that it names. */
export function verifyDerivedMeasure(measure: Measure, facts: ReadonlyMap<string, Measured>): Fault[] {
  const operands: number[] = [];
  for (const [index, id] of (measure.operands ?? []).entries()) {
    const value = facts.get(id)?.measures.find((operand) => operand.value !== undefined)?.value;
    if (value === undefined) return [{ field: `operands.${index}`, what: `${id} is no fact with a measured value`, fix: 'name facts whose measure has a value' }];
    operands.push(value);
  }
  const computed = compute(measure.operation, operands);
  if (computed === null) return [{ field: 'operands', what: `${measure.operation} cannot be computed from ${operands.length} figures`, fix: 'name two operands' }];
  const given = measure.value ?? Number.NaN;
  const tolerance = measure.approximate ? Math.abs(computed) * 0.02 : 1e-9;
  if (Math.abs(given - computed) <= tolerance) return [];
  return [{ field: 'value', what: `the figure is ${given}, and its operands make ${Number(computed.toPrecision(6))}`, fix: 'correct the figure, the operation or the operands' }];
}

function numbersOf(measure: Measure): [string, number][] {
  const numbers: [string, number | undefined][] = [
    ['value', measure.value],
    ['min', measure.min],
    ['max', measure.max],
  ];
  return numbers.flatMap(([field, value]) => (value === undefined ? [] : [[field, value] satisfies [string, number]]));
}

/** `ratio` is first over second; `share` the first as a percentage of the second; `whole` what the first is second percent of. */
function compute(operation: Measure['operation'], operands: readonly number[]): number | null {
  const [first, second] = operands;
  if (first === undefined) return null;
  if (operation === 'sum') return operands.reduce((total, operand) => total + operand, 0);
  if (second === undefined) return null;
  if (operation === 'difference') return first - second;
  if (operation === 'ratio') return first / second;
  if (operation === 'share') return (100 * first) / second;
  if (operation === 'whole') return (100 * first) / second;
  return null;
}
