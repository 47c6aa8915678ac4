import type { Chart } from '../../reply/chart.ts';
import type { ChartBlock } from './chart-block.ts';
import { cleanLine, cutText } from './clean-text.ts';
import { type Piece, piece } from './piece.ts';
import { renderTable } from './render-table.ts';
import { plainText } from './rich-text.ts';
import { SLACK_LIMITS } from './slack-limits.ts';

const NONE = '–';

/** A native chart; its figures as a table where Slack could not draw it. */
export function renderChart(chart: Chart): Piece[] {
  const block = nativeChart(chart);
  return block === null ? asTable(chart) : [piece([block], cleanLine(chart.alt))];
}

/** Null where it does not fit: Slack wants short and unique names, and a value at every place. */
function nativeChart(chart: Chart): ChartBlock | null {
  const title = cleanLine(chart.title);
  const unit = cutText(cleanLine(chart.unit), SLACK_LIMITS.chartAxis);
  const categories = chart.categories.map(cleanLine);
  const series = chart.series.map(({ name, values }) => ({
    name: cleanLine(name),
    data: categories.flatMap((label, at) => pointsAt(label, values[at])),
  }));
  const fits =
    isNamed(title, SLACK_LIMITS.chartTitle) &&
    areNames(categories, SLACK_LIMITS.chartCategories) &&
    areNames(
      series.map(({ name }) => name),
      SLACK_LIMITS.chartSeries,
    ) &&
    series.every(({ data }) => data.length === categories.length);
  if (!fits) return null;
  const axis_config = unit === '' ? { categories } : { categories, y_label: unit };
  return { type: 'data_visualization', title, chart: { type: chart.kind === 'bars' ? 'bar' : 'line', series, axis_config } };
}

function pointsAt(label: string, value: number | null | undefined): { label: string; value: number }[] {
  return typeof value === 'number' && Number.isFinite(value) ? [{ label, value }] : [];
}

function areNames(names: readonly string[], most: number): boolean {
  return names.length > 0 && names.length <= most && new Set(names).size === names.length && names.every((name) => isNamed(name, SLACK_LIMITS.chartLabel));
}

function isNamed(name: string, most: number): boolean {
  return name !== '' && name.length <= most;
}

function asTable({ title, alt, unit, categories, series }: Chart): Piece[] {
  const named = cutText(cleanLine(unit === '' ? title : `${title} (${unit})`), SLACK_LIMITS.heading);
  const head = named === '' ? [] : [piece([{ type: 'header', text: plainText(named) }], cleanLine(alt), true)];
  const rows = categories.map((category, at) => [category, ...series.map(({ values }) => String(values[at] ?? NONE))]);
  return [...head, ...renderTable(['', ...series.map(({ name }) => name)], rows)];
}
