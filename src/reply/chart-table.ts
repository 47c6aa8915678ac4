import type { Chart } from './chart.ts';
import type { Block } from './reply.ts';

/** A chart's figures where it cannot be drawn: a row for each category, a column for each series; empty where there is no value. */
export function chartTable({ categories, series }: Chart): Extract<Block, { kind: 'table' }> {
  const columns = ['', ...series.map(({ name }) => name)];
  const rows = categories.map((category, at) => [category, ...series.map(({ values }) => figure(values[at] ?? null))]);
  return { kind: 'table', columns, rows };
}

/** "Questions (%)" */
export function chartHeading({ title, unit }: Pick<Chart, 'title' | 'unit'>): string {
  return unit === '' ? title : `${title} (${unit})`;
}

function figure(value: number | null): string {
  return value === null ? '' : String(Number(value.toFixed(2)));
}
