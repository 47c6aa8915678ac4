import type { types } from '@slack/bolt';

/** Rich text holds words as they are: nothing in them is read as markup, a mention or a link. */
export function richText(...elements: types.RichTextBlock['elements']): types.RichTextBlock {
  return { type: 'rich_text', elements };
}

export function section(text: string, bold = false): types.RichTextSection {
  return { type: 'rich_text_section', elements: words(text, bold) };
}

/** Nothing for an empty text, which Slack refuses. */
export function words(text: string, bold = false): types.RichTextText[] {
  if (text === '') return [];
  return [bold ? { type: 'text', text, style: { bold } } : { type: 'text', text }];
}

export function plainText(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}
