import { z } from 'zod';
import type { Chart } from '../../src/reply/chart.ts';

const block = z.object({
  type: z.literal('data_visualization'),
  title: z.string(),
  chart: z.object({
    series: z.array(z.object({ name: z.string(), data: z.array(z.object({ value: z.number() })) })),
    axis_config: z.object({ categories: z.array(z.string()), y_label: z.string().default('') }),
  }),
});

/** The chart that Slack was given to draw. */
export function chartIn(blocks: readonly unknown[]): Chart {
  const found = blocks.flatMap((one) => block.safeParse(one).data ?? []);
  if (found[0] === undefined) throw new Error('There is no chart among these blocks');
  const { title, chart } = found[0];
  const { categories, y_label: unit } = chart.axis_config;
  const series = chart.series.map(({ name, data }) => ({ name, values: data.map(({ value }) => value) }));
  return { kind: 'bars', title, alt: '', unit, categories, series };
}
