import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Chart as Drawing, Plugin } from 'chart.js';
import type { Chart } from '../../reply/chart.ts';
import { CHART_INK, chartFont } from './chart-settings.ts';
import { formatValue } from './format-value.ts';

const FONT = chartFont(12);
const MOST_LABELS = 30;
const GAP = 5;

/** Writes each value at its bar or point, where all of them have room: on several lines they would stand on each other. */
export function labelValues(context: SKRSContext2D, kind: Chart['kind']): Plugin {
  return {
    id: 'values',
    afterDatasetsDraw: (drawing) => {
      const places = listPlaces(drawing);
      context.font = FONT;
      const widest = Math.max(0, ...places.map(({ text }) => context.measureText(text).width));
      if (places.length > MOST_LABELS || widest + GAP > roomForOne(drawing, kind)) return;
      context.fillStyle = CHART_INK;
      context.textAlign = 'center';
      for (const { text, x, y, below } of places) {
        context.textBaseline = below ? 'top' : 'bottom';
        context.fillText(text, x, y + (below ? GAP : -GAP));
      }
    },
  };
}

function listPlaces(drawing: Drawing) {
  return drawing.data.datasets.flatMap(({ data }, at) =>
    drawing.getDatasetMeta(at).data.flatMap(({ x, y }, index) => {
      const value = data[index];
      return typeof value === 'number' ? [{ text: formatValue(value), x, y, below: value < 0 }] : [];
    }),
  );
}

function roomForOne({ chartArea, data }: Drawing, kind: Chart['kind']): number {
  const categories = Math.max(1, data.labels?.length ?? 0);
  const series = data.datasets.length;
  if (kind === 'lines' && series > 1) return 0;
  // Between the bars of two categories a fifth stays free.
  return ((chartArea.width / categories) * (kind === 'bars' && series > 1 ? 0.8 : 1)) / series;
}
