import type { z } from 'zod';
import { describeIssues } from './describe-issues.ts';
import { type Fields, isFields, listField, textField } from './json.ts';
import { limits } from './limits.ts';
import { walkFields } from './walk-fields.ts';

/** What Slack would say against each block by itself, and against two that share an id. `root` as in "/blocks". */
export function checkBlocks(blocks: unknown, schema: z.ZodType, most: number, root: string): readonly string[] {
  if (!Array.isArray(blocks)) return [`must be an array [json-pointer:${root}]`];
  const said = blocks.length > most ? [`no more than ${most} items allowed [json-pointer:${root}]`] : [];
  for (const [index, block] of blocks.entries()) {
    const parsed = schema.safeParse(block);
    if (!parsed.success) said.push(...describeIssues(parsed.error, `${root}/${index}`));
    for (const action of repeated(actionIds(block))) said.push(`action_id "${action}" already exists [json-pointer:${root}/${index}]`);
  }
  const ids = blocks.filter(isFields).flatMap((block) => textField(block, 'block_id') ?? []);
  for (const id of repeated(ids)) said.push(`block_id "${id}" already exists [json-pointer:${root}]`);
  return said;
}

/** Limits on all blocks of one message together; null where they are kept. */
export function checkTogether(blocks: readonly Fields[]): { readonly error: string; readonly message: string } | null {
  const count = (type: string) => blocks.filter((block) => block['type'] === type).length;
  if (count('table') > 1) return { error: 'invalid_attachments', message: 'only_one_table_allowed' };
  if (count('data_visualization') > limits.charts) return { error: 'invalid_blocks', message: `no more than ${limits.charts} data_visualization blocks` };
  const markdown = textLength(blocks.filter((block) => block['type'] === 'markdown'));
  if (markdown > limits.markdown) return { error: 'msg_blocks_too_long', message: `${markdown} characters in markdown blocks` };
  const tables = textLength(blocks.filter((block) => block['type'] === 'table' || block['type'] === 'data_table'));
  if (tables > limits.tablesText) return { error: 'invalid_blocks', message: `${tables} characters in table cells` };
  const all = textLength(blocks);
  if (all > limits.blocksText) return { error: 'msg_blocks_too_long', message: `${all} characters in blocks` };
  return null;
}

function textLength(blocks: readonly Fields[]): number {
  return [...walkFields(blocks)].reduce((sum, part) => sum + (textField(part, 'text') ?? '').length, 0);
}

function actionIds(block: unknown): readonly string[] {
  const elements = isFields(block) ? [...listField(block, 'elements'), ...walkFields(block['accessory'])] : [];
  return elements.flatMap((element) => textField(element, 'action_id') ?? []);
}

function repeated(ids: readonly string[]): readonly string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}
