import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderSlack } from '../../../src/adapters/slack/render-slack.ts';
import type { Chart } from '../../../src/reply/chart.ts';
import type { Block, Button } from '../../../src/reply/reply.ts';
import { anyText } from '../../fixtures/any-text.ts';
import { startBot } from '../../fixtures/start-bot.ts';
import { checkMessage } from '../../servers/slack/check-message.ts';
import { findPings } from '../../servers/slack/find-pings.ts';
import type { Fields } from '../../servers/slack/json.ts';
import { shown } from './start-slack-bot.ts';

const render = (...blocks: readonly Block[]) => renderSlack({ language: 'en', version: '0a1b2c3d', blocks });
const asFields = (blocks: readonly object[]): Fields[] => blocks.map((block) => ({ ...block }));
const faults = (messages: ReturnType<typeof renderSlack>) =>
  messages.flatMap(({ blocks, text }) => [checkMessage({ blocks, text }) ?? [], findPings('chat.update', { blocks, text })].flat());
const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(' ');
const allShown = (messages: ReturnType<typeof renderSlack>) => messages.map(({ blocks }) => shown(asFields(blocks))).join('\n');

const CHART: Chart = {
  kind: 'bars',
  title: 'Questions by day',
  alt: 'On Monday 3 questions were answered, on Tuesday 5.',
  unit: 'questions',
  categories: ['Monday', 'Tuesday'],
  series: [{ name: 'Answered', values: [3, 5.5] }],
};

const KINDS: readonly Block[] = [
  { kind: 'text', tone: 'lead', text: 'Lead & <b>' },
  { kind: 'text', tone: 'plain', text: 'Plain' },
  { kind: 'text', tone: 'small', text: 'Small' },
  { kind: 'heading', text: 'Heading' },
  { kind: 'list', ordered: true, items: ['First', 'Second'] },
  { kind: 'list', ordered: false, items: ['Third'] },
  {
    kind: 'table',
    columns: ['Name', 'Count'],
    rows: [
      ['Acme', '3'],
      ['', '12'],
    ],
  },
  { kind: 'table', columns: ['Another'], rows: [['Table']] },
  { kind: 'quote', exact: 'their words', label: 'French original', source: 'A title — An outlet' },
  { kind: 'passage', before: 'before ', exact: 'exact', after: ' after', source: 'Elsewhere' },
  { kind: 'questions', label: 'Ask next:', questions: ['Why?', `What of ${'x'.repeat(80)}?`] },
  {
    kind: 'buttons',
    buttons: [
      { label: 'Apply', action: 'apply:1', style: 'primary' },
      { label: 'Cancel', action: 'cancel:1', style: 'plain' },
    ],
  },
  {
    kind: 'feedback',
    good: { label: 'Good answer', action: 'good:1', style: 'plain' },
    bad: { label: 'Bad answer', action: 'bad:1', style: 'plain' },
  },
  { kind: 'chart', chart: CHART },
  { kind: 'file', name: 'open.csv', description: 'Open questions.', content: 'question,count' },
];

describe('renderSlack', () => {
  it('shows every kind of block as Slack takes it', () => {
    const messages = render(...KINDS);
    expect(faults(messages)).toEqual([]);
    expect(messages).toHaveLength(1);
    const seen = allShown(messages);
    const parts = ['Lead & <b>', 'Plain', 'Small', 'Heading', 'First', 'Third', 'Acme', 'Table', '“their words”', 'French original · A title — An outlet'];
    for (const part of [...parts, 'exact', 'Elsewhere', 'Why?', 'What of xxx', 'Apply', 'Good answer', 'open.csv', 'data 0a1b2c3d'])
      expect(seen).toContain(part);
    expect(messages[0]?.text).toContain('Lead &amp; &lt;b&gt;');
  });

  it('shows a second table as aligned text', () => {
    const types = render(...KINDS).flatMap(({ blocks }) => blocks.map(({ type }) => type));
    expect(types.filter((type) => type === 'table')).toHaveLength(1);
    expect(JSON.stringify(render(...KINDS))).toContain('rich_text_preformatted');
  });

  it('names a source once for quotes in a row', () => {
    const quote = (exact: string, source: string): Block => ({ kind: 'quote', exact, label: '', source });
    const [message] = render(quote('one', 'A'), quote('two', 'A'), quote('three', 'B'));
    expect(message?.blocks.map(({ type }) => type)).toEqual(['rich_text', 'rich_text', 'context', 'rich_text', 'context', 'context']);
    expect(message?.text).toBe('— A\n— B');
  });

  it('splits a long reply at the borders of blocks, and leaves out nothing', () => {
    const quotes = Array.from({ length: 30 }, (_, at): Block => ({ kind: 'quote', exact: `${at} ${words(120)}`, label: '', source: `Source ${at}` }));
    const buttons: Block = { kind: 'buttons', buttons: [{ label: 'Source', action: 'source:abc', style: 'plain' }] };
    const messages = render({ kind: 'text', tone: 'lead', text: 'Lead' }, ...quotes, buttons);
    expect(messages.length).toBeGreaterThan(1);
    expect(faults(messages)).toEqual([]);
    const seen = allShown(messages);
    for (const quote of quotes) if (quote.kind === 'quote') expect(seen).toContain(`“${quote.exact}”`);
    for (let at = 0; at < quotes.length; at += 1) expect(seen).toContain(`Source ${at}`);
    expect(messages.map(({ blocks }) => blocks.some(({ type }) => type === 'actions'))).toEqual(messages.map((_, at) => at === messages.length - 1));
    expect(messages.every(({ text }) => text.length > 0 && text.length <= 3_000)).toBe(true);
  });

  it('keeps a heading with what it stands above', () => {
    const fill = Array.from({ length: 48 }, (_, at): Block => ({ kind: 'text', tone: 'plain', text: `${at}` }));
    const [before, after] = render(...fill, { kind: 'heading', text: 'Heading' }, { kind: 'text', tone: 'plain', text: 'Below' });
    expect(shown(asFields(before?.blocks ?? []))).not.toContain('Heading');
    expect(shown(asFields(after?.blocks ?? []))).toMatch(/^Heading\nBelow/);
  });

  it('splits a table that is too long for one', () => {
    const rows = Array.from({ length: 250 }, (_, at) => [`row ${at}`, 'x'.repeat(50)]);
    const messages = render({ kind: 'table', columns: ['Row', 'Text'], rows });
    expect(faults(messages)).toEqual([]);
    for (const [name = ''] of rows) expect(allShown(messages)).toContain(name);
  });

  it('cuts what no answer is long enough for after five messages, and keeps the end', () => {
    const items = Array.from({ length: 3_000 }, (_, at) => `problem ${at} ${'x'.repeat(60)}`);
    const messages = render({ kind: 'list', ordered: false, items }, { kind: 'text', tone: 'plain', text: 'The end' });
    expect(messages).toHaveLength(5);
    expect(faults(messages)).toEqual([]);
    expect(shown(asFields(messages[4]?.blocks ?? []))).toContain('The end');
  });

  it('lets nothing in any text ping, link, format or hide', () => {
    const hostile = fc.oneof(
      anyText,
      fc.constantFrom('<!channel>', '<@U0SECOND>', 'https://evil.example', '@everyone', '&lt;!here&gt;', '\u202e', '\u200b', '', '\n'),
    );
    const text = fc.array(hostile, { maxLength: 4 }).map((parts) => parts.join(' '));
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.record({ kind: fc.constant('text' as const), tone: fc.constantFrom('lead' as const, 'plain' as const, 'small' as const), text }),
      fc.record({ kind: fc.constant('heading' as const), text }),
      fc.record({ kind: fc.constant('list' as const), ordered: fc.boolean(), items: fc.array(text, { maxLength: 5 }) }),
      fc.record({
        kind: fc.constant('table' as const),
        columns: fc.array(text, { maxLength: 3 }),
        rows: fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('quote' as const), exact: text, label: text, source: text }),
      fc.record({ kind: fc.constant('passage' as const), before: text, exact: text, after: text, source: text }),
      fc.record({ kind: fc.constant('questions' as const), label: text, questions: fc.array(text, { maxLength: 3 }) }),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const messages = render(...blocks);
        expect(faults(messages)).toEqual([]);
        expect(JSON.stringify(messages)).not.toMatch(/[\u200b\u202a-\u202e\u2066-\u2069]/);
      }),
      { numRuns: 200 },
    );
  });

  it('renders what the bot says within all limits', async () => {
    const { bot, run } = await startBot();
    const replies = [
      ...['How many people did Klarna lay off?', 'Pourquoi Fiverr licencie ?', 'Who is the CEO of Shopify?', 'weather?'].map((question) =>
        bot.ask(question, []),
      ),
      ...(await Promise.all(['help', 'list', 'sources', 'status', 'compare klarna fiverr', 'timeline klarna', 'company klarna'].map((typed) => run(typed)))),
    ];
    for (const reply of replies) expect(faults(renderSlack(reply))).toEqual([]);
  });

  const chartIn = (chart: Chart) => render({ kind: 'chart', chart });
  const typesIn = (messages: ReturnType<typeof renderSlack>) => messages.flatMap(({ blocks }) => blocks.map(({ type }) => type));

  it('draws a chart natively, and says in words what it shows', () => {
    const messages = chartIn(CHART);
    expect(faults(messages)).toEqual([]);
    expect(messages[0]?.blocks[0]).toEqual({
      type: 'data_visualization',
      title: 'Questions by day',
      chart: {
        type: 'bar',
        series: [
          {
            name: 'Answered',
            data: [
              { label: 'Monday', value: 3 },
              { label: 'Tuesday', value: 5.5 },
            ],
          },
        ],
        axis_config: { categories: ['Monday', 'Tuesday'], y_label: 'questions' },
      },
    });
    expect(messages[0]?.text).toContain('On Monday 3 questions');
    expect(chartIn({ ...CHART, kind: 'lines' })[0]?.blocks[0]).toMatchObject({ chart: { type: 'line' } });
  });

  it.each<[string, Partial<Chart>]>([
    ['a value is missing', { series: [{ name: 'Answered', values: [3, null] }] }],
    ['values are fewer than categories', { series: [{ name: 'Answered', values: [3] }] }],
    ['a value is no number', { series: [{ name: 'Answered', values: [3, Number.NaN] }] }],
    ['a name is long', { series: [{ name: 'Answered by the bot itself', values: [3, 5] }] }],
    ['the title is long', { title: 'Questions by day, '.repeat(10) }],
    ['two categories share a name', { categories: ['Monday', 'Monday'] }],
    ['two series share a name', { series: [1, 2].map(() => ({ name: 'Answered', values: [3, 5] })) }],
    ['there are many series', { series: Array.from({ length: 7 }, (_, at) => ({ name: `S${at}`, values: [3, 5] })) }],
    ['there are many categories', { categories: Array.from({ length: 21 }, (_, at) => `D${at}`), series: [{ name: 'A', values: Array(21).fill(3) }] }],
  ])('shows the figures as a table where %s', (_, change) => {
    const messages = chartIn({ ...CHART, ...change });
    expect(faults(messages)).toEqual([]);
    expect(typesIn(messages)).toEqual(['header', 'table', 'context']);
    expect(allShown(messages)).toContain('3');
    expect(messages[0]?.text).toContain('On Monday 3 questions');
  });

  it('puts a third chart into a message of its own', () => {
    const messages = render(...[1, 2, 3].map(() => ({ kind: 'chart', chart: CHART }) as const));
    expect(faults(messages)).toEqual([]);
    expect(messages.map(({ blocks }) => blocks.filter(({ type }) => type === 'data_visualization').length)).toEqual([2, 1]);
  });

  it('asks whether an answer was good with the buttons that Slack has for it', () => {
    const [good, bad] = [`👍 ${words(30)}`, '👎'].map((label, at): Button => ({ label, action: `good:${at}`, style: 'plain' }));
    if (good === undefined || bad === undefined) throw new Error('there are two');
    const messages = render({ kind: 'feedback', good, bad });
    expect(faults(messages)).toEqual([]);
    const negative_button = { text: { type: 'plain_text', text: '👎', emoji: false }, value: 'good:1', accessibility_label: '👎' };
    expect(messages[0]?.blocks[0]).toMatchObject({ type: 'context_actions', elements: [{ type: 'feedback_buttons', negative_button }] });
  });
});
