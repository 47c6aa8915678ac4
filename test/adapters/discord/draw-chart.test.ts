import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { drawChart } from '../../../src/adapters/discord/draw-chart.ts';
import type { Chart } from '../../../src/reply/chart.ts';

const [WIDTH, HEIGHT] = [1_600, 900];
const [BLUE, RED] = ['#0072b2', '#d55e00'];
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const BARS: Chart = {
  kind: 'bars',
  title: 'Questions par semaine',
  alt: 'Questions par semaine',
  unit: 'questions',
  categories: ['une', 'deux', 'trois', 'quatre'],
  series: [{ name: 'Répondues', values: [10, 40, 20, 30] }],
};

const withValues = (...all: (number | null)[][]): Chart => ({ ...BARS, series: all.map((values, at) => ({ name: `series ${at}`, values })) });

/** The picture's pixels, and how many of a colour each column has. */
async function look(png: Buffer) {
  const image = await loadImage(png);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const heights = (colour: string) => {
    const wanted = Buffer.from(`${colour.slice(1)}ff`, 'hex').readUInt32LE();
    const counts = new Array<number>(width).fill(0);
    for (const [at, pixel] of pixels.entries()) if (pixel === wanted) counts[at % width] = (counts[at % width] ?? 0) + 1;
    return counts;
  };
  return { width, height, corners: [pixels[0], pixels[width - 1], pixels.at(-width), pixels.at(-1)], heights };
}

/** The marks beside the names of series are lower, and so are letters. */
const LOWEST_BAR = 40;

/** How high the bars of a colour are, from left to right. */
async function barHeights(chart: Chart, colour: string): Promise<number[]> {
  const heights = (await look(await drawChart(chart))).heights(colour);
  return heights.filter((height, x) => height > LOWEST_BAR && (heights[x - 1] ?? 0) <= LOWEST_BAR);
}

describe('drawChart', () => {
  it('makes a PNG, twice as dense as the page, on paper of its own', async () => {
    const png = await drawChart(BARS);
    expect([...png.subarray(0, 8)]).toEqual(SIGNATURE);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([WIDTH, HEIGHT]);
    const picture = await look(png);
    expect([picture.width, picture.height]).toEqual([WIDTH, HEIGHT]);
    expect(picture.corners).toEqual([0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff]);
  });

  it('draws each bar as high as its value', async () => {
    const [ten = 0, ...others] = await barHeights(BARS, BLUE);
    expect(ten).toBeGreaterThan(50);
    for (const [at, times] of [4, 2, 3].entries()) expect((others[at] ?? 0) / ten).toBeCloseTo(times, 1);
  });

  it('puts the bars of two series beside each other, in two colours', async () => {
    const chart = withValues([10, 20, 30, 40], [40, 30, 20, 10]);
    const [first, second] = [await barHeights(chart, BLUE), await barHeights(chart, RED)];
    expect([first.length, second.length]).toEqual([4, 4]);
    expect(first.toReversed()).toEqual(second);
  });

  it('leaves a gap where there is no value, and goes on without one that is missing or no number', async () => {
    expect(await barHeights(withValues([10, null, 20, 30]), BLUE)).toHaveLength(3);
    expect(await barHeights(withValues([10, Number.NaN, Number.POSITIVE_INFINITY]), BLUE)).toHaveLength(1);
    const whole: Chart = { ...BARS, kind: 'lines', series: [{ name: 'a', values: [20, 20, 20, 20] }] };
    const broken: Chart = { ...BARS, kind: 'lines', series: [{ name: 'a', values: [20, 20, null, 20] }] };
    const coloured = async (chart: Chart) => (await look(await drawChart(chart))).heights(BLUE).filter((height) => height > 0).length;
    expect(await coloured(broken)).toBeLessThan((await coloured(whole)) * 0.6);
  });

  it('draws title and axes where there are no figures', async () => {
    for (const chart of [withValues(), withValues([null, null, null, null]), { ...BARS, categories: [], series: [] }]) {
      const picture = await look(await drawChart(chart));
      expect(picture.width).toBe(WIDTH);
      expect(picture.heights(BLUE).every((height) => height === 0)).toBe(true);
      expect(picture.heights('#1f2328').some((height) => height > 0)).toBe(true);
    }
  });

  it('draws sixty categories, each with its bar', async () => {
    const categories = Array.from({ length: 60 }, (_, at) => `A company with a name that goes on, number ${at}`);
    const chart: Chart = { ...BARS, categories, series: [{ name: 'a', values: categories.map((_, at) => (at % 2 === 0 ? 10 : 20)) }] };
    const heights = await barHeights(chart, BLUE);
    expect(heights).toHaveLength(60);
    expect((heights[1] ?? 0) / (heights[0] ?? 0)).toBeCloseTo(2, 1);
  });

  it('takes hostile names and titles for text: they change nothing but the letters', async () => {
    const hostile = '<script>x</script> {a|b} {value} %s \u202e@everyone\n**b** \0 __proto__';
    const chart: Chart = {
      ...BARS,
      title: hostile,
      unit: '<b>&amp;',
      categories: ['__proto__', 'constructor', '{value}', 'W'.repeat(5_000)],
      series: [{ name: hostile, values: [10, 40, 20, 30] }],
    };
    const [ten = 0, ...others] = await barHeights(chart, BLUE);
    for (const [at, times] of [4, 2, 3].entries()) expect((others[at] ?? 0) / ten).toBeCloseTo(times, 1);
    // A break within it is no break in the picture.
    expect(await drawChart({ ...chart, title: hostile.replace('\n', ' ') })).toEqual(await drawChart(chart));
  });

  it('tells what has the same name apart', async () => {
    const chart: Chart = { ...BARS, categories: ['a', 'a', '', ''], series: [{ name: 'x', values: [10, 20, 30, 40] }] };
    expect(await barHeights(chart, BLUE)).toHaveLength(4);
  });

  it('draws the same picture of the same figures, several at once', async () => {
    const [first, second, other] = await Promise.all([drawChart(BARS), drawChart(BARS), drawChart(withValues([1]))]);
    expect(first).toEqual(second);
    expect(other).not.toEqual(first);
  });

  it('lets others work meanwhile', async () => {
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 5);
    await drawChart(BARS);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(10);
  });
});
