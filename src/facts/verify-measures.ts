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
    if (folded.some((quote) => holdsWords(quote, words))) return [];
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

/** "six" does not stand in "a sixth". */
function holdsWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    if (!isInsideWord(text, at) && !isInsideWord(text, at + words.length)) return true;
  }
  return false;
}

function isInsideWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}]{2}/u.test(text.slice(Math.max(0, at - 1), at + 1));
}

/**
 * Recomputes a derived figure from the facts that it names.
 * @param own id of the fact that holds the measure
 */
export function verifyDerivedMeasure(measure: Measure, facts: ReadonlyMap<string, Measured>, own: string | null = null): Fault[] {
  const bound = numbersOf(measure).find(([field]) => field !== 'value');
  if (bound) return [{ field: bound[0], what: 'is given for a derived figure, which has one value', fix: 'give what the operation makes as `value`' }];
  const operands = measure.operands ?? [];
  const values: number[] = [];
  for (const [index, id] of operands.entries()) {
    const field = `operands.${index}`;
    const value = facts.get(id)?.measures.find((operand) => operand.value !== undefined)?.value;
    if (value === undefined) return [{ field, what: `${id} is no fact with a measured value`, fix: 'name facts whose measure has a value' }];
    if (own !== null && restsOn(id, own, facts))
      return [{ field, what: `${id} rests on the very figure that is derived here`, fix: 'name facts that stand without it' }];
    values.push(value);
  }
  return verifyResult(measure, values);
}

/** Whether a fact is another, or derived from it, over however many steps. */
function restsOn(id: string, other: string, facts: ReadonlyMap<string, Measured>, seen: ReadonlySet<string> = new Set()): boolean {
  if (id === other) return true;
  if (seen.has(id)) return false;
  const operands = facts.get(id)?.measures.flatMap((measure) => measure.operands ?? []) ?? [];
  return operands.some((operand) => restsOn(operand, other, facts, new Set([...seen, id])));
}

function verifyResult(measure: Measure, operands: readonly number[]): Fault[] {
  const computed = compute(measure.operation, operands);
  if (computed === null) {
    const count = `${operands.length} ${operands.length === 1 ? 'figure alone' : 'figures'}`;
    const fix = measure.operation === 'sum' ? 'name two operands or more' : 'name two operands';
    return [{ field: 'operands', what: `${measure.operation} cannot be computed from ${count}`, fix }];
  }
  if (!Number.isFinite(computed))
    return [{ field: 'operands.1', what: 'is 0, and nothing can be divided by 0', fix: 'name another operand, or leave the figure out' }];
  const given = measure.value ?? Number.NaN;
  const tolerance = measure.approximate ? Math.abs(computed) * 0.02 : 1e-9;
  if (Math.abs(given - computed) <= tolerance) return [];
  return [
    {
      field: 'value',
      what: `the figure is ${given}, and its operands make ${Number(computed.toPrecision(6))}`,
      fix: 'correct the figure, the operation or the operands',
    },
  ];
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
  if (first === undefined || second === undefined) return null;
  if (operation === 'sum') return operands.reduce((total, operand) => total + operand, 0);
  if (operands.length > 2) return null;
  if (operation === 'difference') return first - second;
  if (operation === 'ratio') return first / second;
  if (operation === 'share' || operation === 'whole') return (100 * first) / second;
  return null;
}
