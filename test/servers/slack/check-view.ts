import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { id, plainText } from './block-elements.ts';
import { homeBlock, modalBlock } from './block-schemas.ts';
import { checkBlocks } from './check-blocks.ts';
import type { Violation } from './check-message.ts';
import { describeIssues } from './describe-issues.ts';
import { type Fields, listField, toFields } from './json.ts';
import { limits } from './limits.ts';

const common = {
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(limits.privateMetadata).optional(),
  callback_id: z.string().max(limits.id).optional(),
  external_id: id.optional(),
};
const shortTitle = plainText(limits.viewTitle);
const viewSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('home'), ...common }),
  z.strictObject({
    type: z.literal('modal'),
    ...common,
    title: shortTitle,
    submit: shortTitle.optional(),
    close: shortTitle.optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
  }),
]);

export function checkView(view: Fields, type: 'home' | 'modal'): Violation | undefined {
  const parsed = viewSchema.safeParse(view);
  const messages = parsed.success ? [] : [...describeIssues(parsed.error, '/view')];
  if (view['type'] !== type) messages.push(`must be ${type} [json-pointer:/view/type]`);
  messages.push(...checkBlocks(view['blocks'], type === 'home' ? homeBlock : modalBlock, limits.viewBlocks, '/view/blocks'));
  const asks = listField(view, 'blocks').some((block) => block['type'] === 'input');
  if (type === 'modal' && asks && view['submit'] === undefined) messages.push('missing required field: submit [json-pointer:/view]');
  messages.push(...checkInitial(view));
  return messages.length > 0 ? { error: 'invalid_arguments', messages } : undefined;
}

/** An option that is chosen at first has to be one of those that there are. */
function checkInitial(view: Fields): readonly string[] {
  return listField(view, 'blocks').flatMap((block, at) => {
    const element = toFields(block['element']);
    const { initial_option } = element;
    if (initial_option === undefined) return [];
    const known = listField(element, 'options').some((option) => isDeepStrictEqual(option, initial_option));
    return known ? [] : [`initial_option is none of the options [json-pointer:/view/blocks/${at}/element]`];
  });
}
