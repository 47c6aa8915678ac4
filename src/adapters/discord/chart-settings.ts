import type { ChartDataset, ChartOptions, PointStyle } from 'chart.js';
import type { Chart } from '../../reply/chart.ts';
import { breakText } from './break-text.ts';
import { cleanText } from './clean-text.ts';
import { formatValue } from './format-value.ts';

export const CHART_SIZE = { width: 800, height: 450 } as const;
export const CHART_FONT = 'Chart';
export const CHART_INK = '#1f2328';

const SOFT_INK = '#57606a';
const GRID = '#dfe3e8';
const PADDING = 18;
/** Told apart by colour-blind people, too: https://jfly.uni-koeln.de/color. The first ones stand out best from white. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#1f2328', '#8c959f'] as const;
/** Lines differ in these besides. */
const DASHES: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [9, 3, 2, 3]];
const POINTS: readonly PointStyle[] = ['circle', 'rect', 'triangle', 'rectRot', 'star'];

const TITLE_SIZE = 17;
const TITLE_LINES = 2;
const TITLE_CHARACTERS = 76;
const LONGEST_NAME = 150;
const LONGEST_SERIES_NAME = 220;
const LONGEST_UNIT = 260;
/** From that many categories on, names and points are smaller. */
const MANY = 31;

/** How wide a text is in a font, in pixels of the layout. */
type Width = (text: string, font: string) => number;

/** What the library is told to draw. Every text is handed over as it is to stand there: it interprets none of them. */
export function chartSettings({ kind, title, unit, categories, series }: Chart, width: Width) {
  const many = categories.length > MANY;
  const size = many ? 9 : 12;
  const fitted = (text: string, most: number, font: string) => fitText(cleanText(text), most, (part) => width(part, font));
  const labels = categories.map((name) => fitted(name, LONGEST_NAME, chartFont(size)));
  const titleLines = breakText(cleanText(title), TITLE_CHARACTERS);
  const lines = titleLines.length > TITLE_LINES ? [titleLines[0] ?? '', titleLines.slice(1).join(' ')] : titleLines;
  const datasets = series.map(({ name, values }, at) => ({
    ...styleOf(kind, at, many),
    label: fitted(name, LONGEST_SERIES_NAME, chartFont(12)),
    data: categories.map((_, index) => finite(values[index])),
  }));
  const options: ChartOptions = {
    animation: false,
    responsive: false,
    events: [],
    layout: { padding: { top: PADDING, right: PADDING + 12, bottom: PADDING, left: PADDING } },
    plugins: {
      title: {
        display: title !== '',
        text: lines.map((line) => fitted(line, CHART_SIZE.width - 2 * PADDING, chartFont(TITLE_SIZE, 'bold'))),
        align: 'start',
        color: CHART_INK,
        font: { size: TITLE_SIZE, weight: 'bold' },
        padding: { top: 0, bottom: 20 },
      },
      legend: {
        display: series.length > 1,
        position: 'bottom',
        align: 'start',
        labels: { color: CHART_INK, usePointStyle: kind === 'lines', boxWidth: 14, boxHeight: kind === 'lines' ? 8 : 12 },
      },
    },
    scales: {
      x: {
        // Bars are told apart by their names; of a line's points, some names will do.
        ticks: { autoSkip: kind === 'lines', autoSkipPadding: 12, maxRotation: many && kind === 'bars' ? 90 : 55, color: CHART_INK, font: { size } },
        grid: { display: false },
        border: { color: SOFT_INK },
      },
      y: {
        beginAtZero: true,
        ...highest(datasets, unit),
        title: { display: unit !== '', text: fitted(unit, LONGEST_UNIT, chartFont(12)), color: SOFT_INK },
        ticks: { callback: (value) => formatValue(Number(value)), color: SOFT_INK, maxTicksLimit: 8, ...(isWhole(datasets) ? { precision: 0 } : {}) },
        grid: { color: GRID },
        border: { display: false },
      },
    },
  };
  return { type: kind === 'bars' ? 'bar' : 'line', data: { labels, datasets }, options } as const;
}

export function chartFont(size: number, weight: 'normal' | 'bold' = 'normal'): string {
  return `${weight} ${size}px ${CHART_FONT}`;
}

function styleOf(kind: Chart['kind'], at: number, many: boolean): Partial<ChartDataset<'bar'> & ChartDataset<'line'>> {
  const colour = COLOURS[at % COLOURS.length] ?? CHART_INK;
  if (kind === 'bars') return { backgroundColor: colour, maxBarThickness: 90 };
  return {
    backgroundColor: colour,
    borderColor: colour,
    borderWidth: 2.5,
    borderDash: [...(DASHES[at % DASHES.length] ?? [])],
    pointStyle: POINTS[at % POINTS.length] ?? 'circle',
    // Between two gaps a value is a point only.
    pointRadius: many ? 2 : 4,
    spanGaps: false,
  };
}

/** The beginning of a text, with a mark where something is missing. */
function fitText(text: string, most: number, width: (text: string) => number): string {
  if (width(text) <= most) return text;
  const letters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  let [least, longest] = [0, letters.length];
  while (least < longest) {
    const middle = Math.ceil((least + longest) / 2);
    if (width(`${letters.slice(0, middle).join('')}…`) <= most) least = middle;
    else longest = middle - 1;
  }
  return `${letters.slice(0, least).join('').trimEnd()}…`;
}

type Data = readonly { readonly data: readonly (number | null)[] }[];

function finite(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** Where the axis ends: with room for the labels, unless there is nothing above it. */
function highest(datasets: Data, unit: string) {
  const values = datasets.flatMap(({ data }) => data.filter((value) => value !== null));
  if (values.length === 0) return { max: 1 };
  return unit === '%' && values.every((value) => value <= 100) ? { max: 100 } : { grace: '8%' };
}

function isWhole(datasets: Data): boolean {
  return datasets.every(({ data }) => data.every((value) => value === null || Number.isInteger(value)));
}
