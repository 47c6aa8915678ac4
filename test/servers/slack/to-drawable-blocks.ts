import { type Fields, isFields, listField, textField, toFields } from './json.ts';
import { walkFields } from './walk-fields.ts';

/** local-slack draws a red "[table]" for what it does not know. For its page only: the same content in blocks that it draws. */
export function toDrawableBlocks(blocks: readonly Fields[]): readonly Fields[] {
  return blocks.flatMap(toDrawable);
}

function toDrawable(block: Fields): readonly Fields[] {
  switch (block['type']) {
    case 'table':
    case 'data_table':
      return [section(drawTable(block))];
    case 'rich_text':
      return listField(block, 'elements').map((element) => section(drawRich(element)));
    case 'markdown':
      return [section((textField(block, 'text') ?? '').replaceAll('**', '*'))];
    case 'context_actions':
      return [{ type: 'actions', block_id: block['block_id'], elements: listField(block, 'elements').flatMap(toButtons) }];
    case 'data_visualization':
      return [section(`*${textField(block, 'title')}* (chart: ${textField(toFields(block['chart']), 'type')})`)];
    default:
      return [block];
  }
}

function section(text: string): Fields {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

function drawTable(block: Fields): string {
  const rows = Array.isArray(block['rows']) ? block['rows'].map((row: unknown) => (Array.isArray(row) ? row.map(drawCell) : [])) : [];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length))) ?? [];
  return rows.map((row) => `\`${row.map((cell, column) => cell.padEnd(widths[column] ?? 0, '\u00a0')).join(' │ ')}\``).join('\n');
}

function drawCell(cell: unknown): string {
  return [...walkFields(cell)].map((part) => textField(part, 'text') ?? String(part['value'] ?? '')).join('');
}

function drawRich(element: Fields): string {
  const lines = element['type'] === 'rich_text_list' ? listField(element, 'elements').map((item) => `• ${drawRich(item)}`) : [drawLeaves(element)];
  if (element['type'] === 'rich_text_preformatted') return drawCode(drawLeaves(element));
  const mark = element['type'] === 'rich_text_quote' ? '> ' : '';
  return lines.join('\n').replace(/^/gm, mark);
}

/** The page knows code within a line only. */
function drawCode(text: string): string {
  const lines = text.split('\n');
  const width = Math.max(...lines.map((line) => line.length));
  return lines.map((line) => `\`${line.padEnd(width).replaceAll(' ', '\u00a0')}\``).join('\n');
}

function drawLeaves(element: Fields): string {
  return listField(element, 'elements').map(drawLeaf).join('');
}

function drawLeaf(leaf: Fields): string {
  const text = textField(leaf, 'text') ?? textField(leaf, 'url') ?? textField(leaf, 'name') ?? '';
  const style = toFields(leaf['style']);
  const marks = [style['bold'] ? '*' : '', style['italic'] ? '_' : '', style['strike'] ? '~' : '', style['code'] ? '`' : ''].join('');
  return `${marks}${text}${[...marks].reverse().join('')}`;
}

function toButtons(element: Fields): readonly Fields[] {
  const { action_id } = element;
  const ways = [withThumb(element['positive_button'], '👍'), withThumb(element['negative_button'], '👎')].filter(isFields);
  return (ways.length > 0 ? ways : [element]).map(({ text, value }) => ({ type: 'button', action_id, text, value }));
}

/** As Slack draws them by itself. */
function withThumb(button: unknown, thumb: string): unknown {
  if (!isFields(button)) return button;
  const text = toFields(button['text']);
  return { ...button, text: { ...text, text: `${thumb} ${textField(text, 'text') ?? ''}` } };
}
