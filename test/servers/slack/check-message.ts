import { messageBlock } from './block-schemas.ts';
import { checkBlocks, checkTogether } from './check-blocks.ts';
import { type Fields, listField, textField } from './json.ts';
import { limits } from './limits.ts';

/** `error` is what Slack answers; null where it takes the message and only warns. */
export type Violation = { readonly error: string | null; readonly messages: readonly string[] };

/** What is against posting this as a message; undefined where nothing is. */
export function checkMessage(args: Fields): Violation | undefined {
  const text = textField(args, 'text') ?? textField(args, 'markdown_text') ?? '';
  const { blocks } = args;
  if (text.length > limits.messageText) return { error: 'msg_too_long', messages: [`text of ${text.length} characters`] };
  if (typeof blocks === 'string') return { error: 'invalid_blocks_format', messages: ['blocks is no JSON array'] };
  if (blocks === undefined || (Array.isArray(blocks) && blocks.length === 0)) {
    return text.trim() === '' && args['attachments'] === undefined ? { error: 'no_text', messages: ['no text and no blocks'] } : undefined;
  }
  const messages = checkBlocks(blocks, messageBlock, limits.messageBlocks, '/blocks');
  if (messages.length > 0) return { error: 'invalid_blocks', messages };
  const together = checkTogether(listField(args, 'blocks'));
  if (together !== null) return { error: together.error, messages: [together.message] };
  return text.trim() === '' ? { error: null, messages: ['missing_text_in_message'] } : undefined;
}
