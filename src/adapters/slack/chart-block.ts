import type { types } from '@slack/bolt';

/** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block, which @slack/types does not know as of 3.2. */
export type ChartBlock = {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart: {
    readonly type: 'bar' | 'line';
    readonly series: readonly { readonly name: string; readonly data: readonly { readonly label: string; readonly value: number }[] }[];
    readonly axis_config: { readonly categories: readonly string[]; readonly y_label?: string };
  };
};

export type SlackBlock = types.KnownBlock | ChartBlock;
