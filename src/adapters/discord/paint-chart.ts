import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart as Drawing,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
  Title,
} from 'chart.js';
import type { Chart } from '../../reply/chart.ts';
import { CHART_FONT, CHART_SIZE, chartSettings } from './chart-settings.ts';
import { labelValues } from './label-values.ts';

/** Pixels of the picture for one of the layout: screens are dense, and pictures are enlarged. */
const DENSITY = 2;

/** A PNG. It holds up its thread for some 30 ms, and for ten times as long at first; `drawChart` does it in another. */
export async function paintChart(chart: Chart): Promise<Buffer> {
  prepare();
  const canvas = createCanvas(CHART_SIZE.width, CHART_SIZE.height);
  const context = canvas.getContext('2d');
  const width = (text: string, font: string) => {
    context.font = font;
    return context.measureText(text).width;
  };
  const { type, data, options } = chartSettings(chart, width);
  const drawing = new Drawing(canvas, {
    type,
    data,
    options: { ...options, devicePixelRatio: DENSITY },
    plugins: [paper(context), labelValues(context, chart.kind)],
  });
  const png = await canvas.encode('png');
  drawing.destroy();
  return png;
}

/** A machine may have no fonts: ours come with us. */
function prepare(): void {
  Drawing.register(BarController, BarElement, CategoryScale, Legend, LinearScale, LineController, LineElement, PointElement, Title);
  const fonts = [import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'), import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf')];
  for (const font of fonts) GlobalFonts.registerFromPath(fileURLToPath(font), CHART_FONT);
  Drawing.defaults.font = { family: CHART_FONT, size: 12 };
}

/** Without a background of its own, dark letters would stand on Discord's dark one. */
function paper(context: SKRSContext2D): Plugin {
  return {
    id: 'paper',
    beforeDraw: ({ width, height }) => {
      context.fillStyle = '#ffffff';
      context.fillRect(0, 0, width, height);
    },
  };
}
