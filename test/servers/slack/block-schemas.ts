import { z } from 'zod';
import { accessory, actionsElement, anyText, button, feedbackButtons, iconButton, id, image, inputElement, mrkdwnText, plainText } from './block-elements.ts';
import { limits } from './limits.ts';

const block_id = id.optional();
const richLeaf = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('text'), text: z.string().min(1) }),
  z.looseObject({ type: z.literal('link'), url: z.string().min(1) }),
  z.looseObject({ type: z.enum(['user', 'usergroup', 'channel', 'team', 'broadcast', 'emoji', 'date', 'color']) }),
]);
const richRun = z.looseObject({ type: z.enum(['rich_text_section', 'rich_text_quote', 'rich_text_preformatted']), elements: z.array(richLeaf) });
const richList = z.looseObject({ type: z.literal('rich_text_list'), style: z.enum(['bullet', 'ordered']), elements: z.array(richRun) });
const richText = z.strictObject({ type: z.literal('rich_text'), block_id, elements: z.array(z.discriminatedUnion('type', [richRun, richList])) });

const rawText = z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) });
const rawNumber = z.looseObject({ type: z.literal('raw_number'), value: z.number() });
const cell = z.discriminatedUnion('type', [rawText, rawNumber, richText]);

const section = z
  .strictObject({
    type: z.literal('section'),
    block_id,
    text: anyText(limits.sectionText).optional(),
    fields: z.array(anyText(limits.sectionField)).min(1).max(limits.sectionFields).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, 'missing required field: text or fields');

const table = z.strictObject({
  type: z.literal('table'),
  block_id,
  rows: z.array(z.array(cell).min(1).max(limits.tableColumns)).min(1).max(limits.tableRows),
  column_settings: z
    .array(z.strictObject({ align: z.enum(['left', 'center', 'right']).optional(), is_wrapped: z.boolean().optional() }).nullable())
    .max(limits.tableColumns)
    .optional(),
});

const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    block_id,
    caption: z.string().min(1),
    rows: z.array(z.array(cell).min(1).max(limits.tableColumns)).min(limits.dataTableRows.min).max(limits.dataTableRows.max),
    page_size: z.number().int().min(1).max(limits.dataTablePage).optional(),
    row_header_column_index: z.number().int().min(0).optional(),
  })
  .refine(({ rows }) => new Set(rows.map((row) => row.length)).size === 1, 'all rows must have the same number of cells')
  .refine(({ rows }) => !rows[0]?.some(({ type }) => type === 'rich_text'), 'rich_text cannot be used for header cells');

const label = z.string().min(1).max(limits.chartLabel);
const series = z.array(
  z.strictObject({
    name: label,
    data: z
      .array(z.strictObject({ label, value: z.number() }))
      .min(1)
      .max(limits.chartPoints),
  }),
);
const axis = z.string().max(limits.axisLabel).optional();
const plot = z
  .strictObject({
    type: z.enum(['bar', 'area', 'line']),
    series: series.min(1).max(limits.chartSeries),
    axis_config: z.strictObject({ categories: z.array(label).min(1).max(limits.chartPoints), x_label: axis, y_label: axis }),
  })
  .refine(({ series }) => new Set(series.map(({ name }) => name)).size === series.length, 'series names must be unique')
  .refine(
    ({ series, axis_config }) => series.every(({ data }) => sorted(data.map((point) => point.label)) === sorted(axis_config.categories)),
    'every series must have one point for every category',
  );
const pie = z.strictObject({
  type: z.literal('pie'),
  segments: z
    .array(z.strictObject({ label, value: z.number().positive() }))
    .min(1)
    .max(limits.chartSeries),
});
const chart = z.strictObject({
  type: z.literal('data_visualization'),
  block_id,
  title: z.string().min(1).max(limits.chartTitle),
  chart: z.discriminatedUnion('type', [pie, plot]),
});

const card = z
  .strictObject({
    type: z.literal('card'),
    block_id,
    hero_image: image.optional(),
    icon: image.optional(),
    title: mrkdwnText(limits.cardTitle).optional(),
    subtitle: mrkdwnText(limits.cardTitle).optional(),
    body: mrkdwnText(limits.cardBody).optional(),
    actions: z.array(button).max(limits.cardActions).optional(),
  })
  .refine(({ hero_image, title, actions, body }) => [hero_image, title, actions, body].some((part) => part !== undefined), 'a card must not be empty');

const task = z.strictObject({
  type: z.literal('task_card'),
  block_id,
  task_id: z.string().min(1),
  title: z.string().min(1),
  details: richText.optional(),
  output: richText.optional(),
  sources: z.array(z.looseObject({ type: z.literal('url'), url: z.string(), text: z.string() })).optional(),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
});

const context = z.strictObject({
  type: z.literal('context'),
  block_id,
  elements: z
    .array(z.discriminatedUnion('type', [image, plainText(limits.contextText), mrkdwnText(limits.contextText)]))
    .min(1)
    .max(limits.contextElements),
});
const actions = z.strictObject({ type: z.literal('actions'), block_id, elements: z.array(actionsElement).min(1).max(limits.actionsElements) });
const header = z.strictObject({ type: z.literal('header'), block_id, text: plainText(limits.header) });
const divider = z.strictObject({ type: z.literal('divider'), block_id });
const picture = image.extend({ block_id, title: plainText(limits.label).optional() });
const input = z.strictObject({
  type: z.literal('input'),
  block_id,
  label: plainText(limits.label),
  element: inputElement,
  hint: plainText(limits.label).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
});
const video = z.looseObject({
  type: z.literal('video'),
  block_id,
  alt_text: z.string(),
  title: plainText(199),
  thumbnail_url: z.string(),
  video_url: z.string(),
});

const contained = z.discriminatedUnion('type', [actions, context, divider, header, picture, input, richText, section, table, video]);
const container = z
  .looseObject({
    type: z.literal('container'),
    block_id,
    title: plainText(limits.containerTitle).optional(),
    rich_text_title: richText.optional(),
    subtitle: anyText(limits.containerTitle).optional(),
    child_blocks: z.array(contained).min(1).max(limits.containerBlocks),
  })
  .refine(({ title, rich_text_title }) => title !== undefined || rich_text_title !== undefined, 'missing required field: title');

const everywhere = [actions, context, divider, header, picture, input, richText, section, video] as const;

export const messageBlock = z.discriminatedUnion('type', [
  ...everywhere,
  card,
  z.strictObject({ type: z.literal('carousel'), block_id, elements: z.array(card).min(1).max(limits.carouselCards) }),
  chart,
  container,
  z.strictObject({
    type: z.literal('context_actions'),
    block_id,
    elements: z
      .array(z.discriminatedUnion('type', [feedbackButtons, iconButton]))
      .min(1)
      .max(limits.contextActionsElements),
  }),
  dataTable,
  z.strictObject({ type: z.literal('markdown'), block_id, text: z.string().min(1).max(limits.markdown) }),
  z.strictObject({ type: z.literal('plan'), block_id, title: z.string().min(1), tasks: z.array(task).optional() }),
  table,
  task,
]);

export const homeBlock = z.discriminatedUnion('type', everywhere);

export const modalBlock = z.discriminatedUnion('type', [
  ...everywhere,
  z.strictObject({
    type: z.literal('alert'),
    block_id,
    text: anyText(limits.alertText),
    level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
  }),
]);

function sorted(labels: readonly string[]): string {
  return labels.toSorted().join('\n');
}
