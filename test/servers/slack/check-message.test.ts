import { describe, expect, it } from 'vitest';
import { checkMessage } from './check-message.ts';
import { checkView } from './check-view.ts';
import { findPings } from './find-pings.ts';

const x = (length: number) => 'x'.repeat(length);
const times = <Item>(count: number, make: (index: number) => Item) => Array.from({ length: count }, (_, index) => make(index));
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const plain = (text: string) => ({ type: 'plain_text', text });
const section = (text: string) => ({ type: 'section', text: mrkdwn(text) });
const button = (fields: object) => ({ type: 'button', text: plain('Go'), ...fields });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const raw = (text: string) => ({ type: 'raw_text', text });
const table = (rows: number, columns: number, text = 'x') => ({ type: 'table', rows: times(rows, () => times(columns, () => raw(text))) });
const pie = (count: number) => ({
  type: 'data_visualization',
  title: 'Cuts',
  chart: { type: 'pie', segments: times(count, (index) => ({ label: `s${index}`, value: 1 })) },
});
const options = (count: number) => times(count, (index) => ({ text: plain(`o${index}`), value: `${index}` }));

describe('checkMessage', () => {
  it.each([
    ['text alone', [], 'x'],
    ['the longest section', [section(x(3_000))], 'x'],
    ['50 blocks', times(50, () => section('x')), 'x'],
    ['the largest table', [table(100, 20)], 'x'],
    ['25 buttons', [actions(...times(25, (index) => button({ action_id: `a${index}` })))], 'x'],
    ['a chart', [pie(6)], 'x'],
  ])('takes %s', (_, blocks, text) => {
    expect(checkMessage({ text, blocks })).toBeUndefined();
  });

  it.each([
    ['no text', [], '', 'no_text'],
    ['a long text', [], x(40_001), 'msg_too_long'],
    ['51 blocks', times(51, () => section('x')), 'x', 'invalid_blocks'],
    ['a long section', [section(x(3_001))], 'x', 'invalid_blocks'],
    ['an empty section', [section('')], 'x', 'invalid_blocks'],
    ['11 fields', [{ type: 'section', fields: times(11, () => mrkdwn('x')) }], 'x', 'invalid_blocks'],
    ['a long field', [{ type: 'section', fields: [mrkdwn(x(2_001))] }], 'x', 'invalid_blocks'],
    ['a long header', [{ type: 'header', text: plain(x(151)) }], 'x', 'invalid_blocks'],
    ['mrkdwn in a header', [{ type: 'header', text: mrkdwn('x') }], 'x', 'invalid_blocks'],
    ['11 context elements', [{ type: 'context', elements: times(11, () => mrkdwn('x')) }], 'x', 'invalid_blocks'],
    ['26 buttons', [actions(...times(26, () => button({})))], 'x', 'invalid_blocks'],
    ['a long button', [actions(button({ text: plain(x(76)) }))], 'x', 'invalid_blocks'],
    ['a long value', [actions(button({ value: x(2_001) }))], 'x', 'invalid_blocks'],
    ['a long action_id', [actions(button({ action_id: x(256) }))], 'x', 'invalid_blocks'],
    ['one action_id twice', [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))], 'x', 'invalid_blocks'],
    ['one block_id twice', times(2, () => ({ type: 'divider', block_id: 'b' })), 'x', 'invalid_blocks'],
    ['101 options', [actions({ type: 'static_select', options: options(101) })], 'x', 'invalid_blocks'],
    ['6 overflow options', [actions({ type: 'overflow', options: options(6) })], 'x', 'invalid_blocks'],
    ['101 table rows', [table(101, 1)], 'x', 'invalid_blocks'],
    ['21 table columns', [table(1, 21)], 'x', 'invalid_blocks'],
    ['an empty cell', [table(1, 1, '')], 'x', 'invalid_blocks'],
    ['two tables', [table(1, 1), table(1, 1)], 'x', 'invalid_attachments'],
    ['7 chart segments', [pie(7)], 'x', 'invalid_blocks'],
    ['an unknown block', [{ type: 'hologram' }], 'x', 'invalid_blocks'],
    ['an unknown property', [{ type: 'divider', colour: 'red' }], 'x', 'invalid_blocks'],
    ['an alert, which is for modals', [{ type: 'alert', text: plain('x') }], 'x', 'invalid_blocks'],
    ['much text in all', times(5, () => section(x(2_700))), 'x', 'msg_blocks_too_long'],
    ['blocks without text', [section('x')], '', null],
  ])('refuses %s', (_, blocks, text, error) => {
    expect(checkMessage({ text, blocks })).toMatchObject({ error });
  });
});

const option = (value: string) => ({ value, text: plain(value) });

describe('checkView', () => {
  it('refuses a home with 101 blocks or much private_metadata, and a modal without title or submit', () => {
    const divider = { type: 'divider' };
    const input = { type: 'input', label: plain('Word'), element: { type: 'plain_text_input' } };
    expect(checkView({ type: 'home', blocks: times(100, () => divider) }, 'home')).toBeUndefined();
    expect(checkView({ type: 'home', blocks: times(101, () => divider) }, 'home')).toMatchObject({ error: 'invalid_arguments' });
    expect(checkView({ type: 'home', blocks: [], private_metadata: x(3_001) }, 'home')).toBeDefined();
    expect(checkView({ type: 'modal', blocks: [] }, 'modal')).toBeDefined();
    expect(checkView({ type: 'modal', title: plain('t'), blocks: [input] }, 'modal')).toBeDefined();
    expect(checkView({ type: 'modal', title: plain('t'), submit: plain('s'), blocks: [input] }, 'modal')).toBeUndefined();
  });

  it.each([
    ['more text at first than may be entered', { type: 'plain_text_input', initial_value: 'too long', max_length: 3 }],
    ['room for more than 3,000 characters', { type: 'plain_text_input', max_length: 3_001 }],
    ['an option at first that there is not', { type: 'static_select', options: [option('a')], initial_option: option('b') }],
    ['an empty list of channels at first', { type: 'multi_conversations_select', initial_conversations: [] }],
    ['a channel by its name', { type: 'conversations_select', initial_conversation: '#general' }],
    ['an unknown kind of conversation', { type: 'conversations_select', filter: { include: ['secret'] } }],
    ['eleven radio buttons', { type: 'radio_buttons', options: times(11, () => option('a')) }],
  ])('refuses a field with %s', (_, element) => {
    const block = { type: 'input', label: plain('Word'), element };
    expect(checkView({ type: 'modal', title: plain('t'), submit: plain('s'), blocks: [block] }, 'modal')).toMatchObject({ error: 'invalid_arguments' });
  });
});

describe('findPings', () => {
  const kinds = (args: { readonly [key: string]: unknown }) => findPings('chat.update', args).map(({ kind }) => kind);

  it('finds what notifies and what links', () => {
    expect(kinds({ text: '<!channel> <!subteam^S1> <@U1|x> <https://a.b|c>' })).toEqual(['broadcast', 'user', 'group', 'link']);
    expect(kinds({ text: 'x', blocks: [section('see https://a.b')] })).toEqual(['bare link']);
    expect(kinds({ blocks: [{ type: 'rich_text', elements: [{ type: 'broadcast', range: 'here' }] }] })).toEqual(['broadcast']);
  });

  it('leaves escaped and plain text alone', () => {
    expect(kinds({ text: '&lt;!channel&gt; &lt;@U1&gt;', blocks: [{ type: 'header', text: plain('<!here>') }] })).toEqual([]);
  });
});
