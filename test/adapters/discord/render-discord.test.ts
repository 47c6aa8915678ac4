import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DISCORD_LIMITS } from '../../../src/adapters/discord/discord-limits.ts';
import { escapeMarkdown } from '../../../src/adapters/discord/escape-markdown.ts';
import { readableText as withoutMarkup } from '../../../src/adapters/discord/readable-text.ts';
import { type DiscordMessage, renderDiscord } from '../../../src/adapters/discord/render-discord.ts';
import type { Chart } from '../../../src/reply/chart.ts';
import type { Block } from '../../../src/reply/reply.ts';
import { anyText } from '../../fixtures/any-text.ts';
import { withoutEscapes } from './seen-text.ts';

const render = (blocks: readonly Block[], status: 'answered' | 'unknown' = 'answered') => renderDiscord({ blocks, language: 'en', version: 'abc123', status });

const quote = (exact: string, source = 'A title — An outlet', label = ''): Block => ({ kind: 'quote', exact, label, source });

function textOf({ content, embeds }: DiscordMessage): string {
  return [content, ...embeds.flatMap(({ author, description, footer }) => [author?.name ?? '', description ?? '', footer?.text ?? ''])].join('\n');
}

function labelsOf({ components }: DiscordMessage): string[] {
  return components.flatMap((row) => row.components.map((button) => ('label' in button ? (button.label ?? '') : '')));
}

function expectWithinLimits(messages: readonly DiscordMessage[]): void {
  for (const { content, embeds, components } of messages) {
    expect(content.length).toBeLessThanOrEqual(DISCORD_LIMITS.content);
    expect(embeds.length).toBeLessThanOrEqual(DISCORD_LIMITS.embeds);
    const sizes = embeds.map(({ author, description, footer }) => (author?.name.length ?? 0) + (description?.length ?? 0) + (footer?.text.length ?? 0));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(DISCORD_LIMITS.embedText);
    for (const { description = '' } of embeds) expect(description.length).toBeLessThanOrEqual(DISCORD_LIMITS.description);
    expect(components.length).toBeLessThanOrEqual(DISCORD_LIMITS.rows);
    const ids = components.flatMap((row) => row.components.map((button) => button.custom_id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(100);
    expect(content.trim() === '' && embeds.length === 0).toBe(false);
  }
}

describe('renderDiscord', () => {
  it('puts the answer first, the documents’ words into an embed each, the data version last', () => {
    const [message, ...rest] = render([
      { kind: 'text', tone: 'lead', text: 'Seven hundred.' },
      { kind: 'text', tone: 'plain', text: 'Some more.' },
      { kind: 'text', tone: 'small', text: 'Who says so.' },
      quote('one', 'A — B', 'French original'),
      quote('two', 'C — D'),
      quote('three', 'A — B', 'French original'),
    ]);
    expect(rest).toEqual([]);
    expect(message?.content).toBe('**Seven hundred.**\nSome more.\n-# Who says so.');
    expect(message?.embeds).toMatchObject([
      { author: { name: 'A — B' }, description: '“one”\n\n“three”\n-# French original' },
      { author: { name: 'C — D' }, description: '“two”', footer: { text: 'data abc123' } },
    ]);
  });

  it('says the data version in small print where nothing is quoted', () => {
    expect(render([{ kind: 'text', tone: 'lead', text: 'No.' }])).toEqual([{ content: '**No.**\n-# data abc123', embeds: [], components: [], files: [] }]);
  });

  it('quotes in the text where embeds would be left out', () => {
    const blocks = [{ kind: 'text', tone: 'lead', text: 'Yes.' } as const, quote('o*n*e', 'A — B', 'French original')];
    const [message] = renderDiscord({ blocks, language: 'en', version: 'abc123', status: 'answered' }, { embeds: false, files: true, charts: true });
    expect(message).toMatchObject({ content: '**Yes.**\n> “o\\*n\\*e”\n> -# French original · A — B\n-# data abc123', embeds: [] });
  });

  it('shows passages with the quoted words in bold', () => {
    const [message] = render([{ kind: 'passage', before: 'He *said* ', exact: 'so', after: ' twice.', source: 'A — B' }]);
    expect(message?.embeds[0]?.description).toBe('He \\*said\\* **so** twice.');
  });

  it('aligns narrow tables and lists the rows of wide ones', () => {
    const narrow = render([
      {
        kind: 'table',
        columns: ['Company', 'Facts'],
        rows: [
          ['Klarna', '89'],
          ['AWS', '1'],
        ],
      },
    ]);
    expect(narrow[0]?.content).toBe('```\nCompany  Facts\nKlarna      89\nAWS          1\n```\n-# data abc123');
    const wide = render([{ kind: 'table', columns: ['Write', 'To get'], rows: [['/layoffs ask <question>', 'x'.repeat(60)]] }]);
    expect(wide[0]?.content).toBe(`-# Write · To get\n- **/layoffs ask \\<question\\>**: ${'x'.repeat(60)}\n-# data abc123`);
    const three = render([{ kind: 'table', columns: ['A', 'B', 'C'], rows: [['a', 'b', 'c'.repeat(60)]] }]);
    expect(three[0]?.content).toContain(`- **a**: B: b · C: ${'c'.repeat(60)}`);
  });

  it('keeps a table of many rows aligned over several messages, its header on each', () => {
    const rows = Array.from({ length: 200 }, (_, at) => [`Company ${at}`, `${at} \`\`\` facts`]);
    const messages = render([{ kind: 'table', columns: ['Company', 'Facts'], rows }]);
    expect(messages.length).toBeGreaterThan(1);
    for (const { content } of messages) expect(content).toMatch(/^```\nCompany +Facts\n[^`]*\n```/);
    expectWithinLimits(messages);
  });

  it('makes a button of each question, and writes out what a button cannot hold', () => {
    const questions = ['Why?', 'b'.repeat(90), 'c'.repeat(150)];
    const [message] = render([{ kind: 'questions', label: 'Ask next:', questions }]);
    expect(message && labelsOf(message)).toEqual(['Why?', `${'b'.repeat(79)}…`]);
    expect(message?.content).toBe(`Ask next:\n- ${questions[1]}\n- ${questions[2]}\n-# data abc123`);
    expect(render([{ kind: 'questions', label: 'Ask next:', questions: ['Why?'] }])[0]?.content).toBe('-# data abc123\n-# Ask next:');
  });

  it('gives two buttons that do the same only once, and styles as they are meant', () => {
    const apply = { label: 'Apply', action: 'apply:1', style: 'primary' } as const;
    const [message] = render([
      { kind: 'questions', label: '', questions: ['Why?', 'Why?'] },
      { kind: 'buttons', buttons: [apply, { ...apply, label: 'Again' }, { label: 'Stop', action: 'cancel:1', style: 'danger' }] },
    ]);
    expect(message?.components.map((row) => row.components.map(({ style, custom_id }) => [style, custom_id]))).toEqual([
      [[2, 'ask:Why?']],
      [
        [1, 'apply:1'],
        [4, 'cancel:1'],
      ],
    ]);
  });

  const feedback: Block = {
    kind: 'feedback',
    good: { label: 'Helpful', action: 'good:1', style: 'plain' },
    bad: { label: 'Not helpful', action: 'bad:1', style: 'plain' },
  };
  const buttons = (count: number): Block => ({
    kind: 'buttons',
    buttons: Array.from({ length: count }, (_, at) => ({ label: `Do ${at}`, action: `do:${at}`, style: 'plain' })),
  });
  const rowsOf = (blocks: readonly Block[]) => render(blocks)[0]?.components.map((row) => row.components.map(({ custom_id }) => custom_id));

  it('asks for feedback beside the other buttons, or below them where there is no room', () => {
    expect(rowsOf([feedback, buttons(3)])).toEqual([['do:0', 'do:1', 'do:2', 'good:1', 'bad:1']]);
    expect(rowsOf([buttons(4), feedback])).toEqual([
      ['do:0', 'do:1', 'do:2', 'do:3'],
      ['good:1', 'bad:1'],
    ]);
    expect(rowsOf([{ kind: 'questions', label: '', questions: ['Why?'] }, feedback])).toEqual([['ask:Why?'], ['good:1', 'bad:1']]);
    const [message] = render([feedback]);
    expect(message?.components[0]?.components).toMatchObject([
      { emoji: { name: '👍' }, label: 'Helpful' },
      { emoji: { name: '👎' }, label: 'Not helpful' },
    ]);
    const own = render([{ ...feedback, good: { label: '👍 Yes', action: 'good:1', style: 'plain' } }]);
    expect(own[0]?.components[0]?.components[0]).not.toHaveProperty('emoji');
  });

  const chart: Chart = {
    kind: 'lines',
    title: 'Questions by *month*',
    alt: 'Questions rose from 10 in May to 20 in June.',
    unit: 'questions',
    categories: ['May', 'June', 'July'],
    series: [
      { name: 'Slack', values: [10, 20, null] },
      { name: 'Discord', values: [1.005, 2, 3] },
    ],
  };

  it('carries a chart as a picture that is also told, or its figures where no files are allowed', () => {
    const [message] = render([{ kind: 'chart', chart }]);
    expect(message?.files).toEqual([{ kind: 'chart', name: 'chart.png', description: chart.alt, chart }]);
    const [figures] = renderDiscord(
      { blocks: [{ kind: 'chart', chart }], language: 'en', version: 'abc123', status: 'answered' },
      { embeds: true, files: false, charts: false },
    );
    expect(figures).toMatchObject({
      files: [],
      content: expect.stringMatching(/^### Questions by \\\*month\\\* \(questions\)\n```\n {6}Slack {2}Discord\nMay {6}10/),
    });
  });

  it('links under a label, without a preview, and to nothing but the address', () => {
    const [message] = render([{ kind: 'link', label: 'The *thread* [x](y)', url: 'https://discord.com/channels/1/2/3>) @everyone' }]);
    expect(message?.content).toContain('[The \\*thread\\* \\[x\\](y)](<https://discord.com/channels/1/2/3%3E)%20@everyone>)');
  });

  it('carries files under names of their own, and says what is in them', () => {
    const file = { kind: 'file', name: 'the gaps?.csv', description: 'All *gaps*', content: 'a,b\n' } as const;
    const [message] = render([file, file, { kind: 'chart', chart }]);
    expect(message?.files.map(({ name }) => name)).toEqual(['the_gaps_.csv', '2-the_gaps_.csv', 'chart.png']);
    expect(message?.content).toContain('All \\*gaps\\*');
    const [bare] = renderDiscord({ blocks: [file], language: 'en', version: 'abc123', status: 'answered' }, { embeds: true, files: false, charts: false });
    expect(bare).toMatchObject({ files: [], content: expect.stringContaining('All \\*gaps\\*') });
  });

  it('splits a long reply at block borders, drops nothing, and puts the buttons below the last part', () => {
    const items = Array.from({ length: 60 }, (_, at) => `Item ${at} ${'word '.repeat(20)}end ${at}.`);
    const quotes = Array.from({ length: 40 }, (_, at) => quote(`Quote ${at} ${'mot '.repeat(70)}fin ${at}`, `Document ${at % 13} — Outlet`));
    const messages = render([{ kind: 'list', items, ordered: false }, ...quotes, { kind: 'questions', label: 'Next:', questions: ['Why?'] }]);
    expectWithinLimits(messages);
    expect(messages.length).toBeGreaterThan(5);
    const all = messages.map(textOf).join('\n');
    for (const item of items) expect(all).toContain(`- ${item}`);
    for (const block of quotes) if (block.kind === 'quote') expect(all).toContain(`“${block.exact}”`);
    expect(messages.map(labelsOf).filter((labels) => labels.length > 0)).toEqual([['Why?']]);
    expect(messages.at(-1) && labelsOf(messages.at(-1) ?? { content: '', embeds: [], components: [], files: [] })).toEqual(['Why?']);
    expect(messages.at(-1)?.embeds.at(-1)?.footer?.text).toBe('Next:');
  });

  it('keeps the limits and every word, whatever is in the blocks', () => {
    const long = fc.tuple(anyText, fc.nat(400)).map(([text, times]) => text.repeat(times));
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.record({ kind: fc.constant('text' as const), tone: fc.constantFrom('lead' as const, 'plain' as const, 'small' as const), text: long }),
      fc.record({ kind: fc.constant('heading' as const), text: long }),
      fc.record({ kind: fc.constant('list' as const), ordered: fc.boolean(), items: fc.array(long, { maxLength: 5 }) }),
      fc.record({
        kind: fc.constant('table' as const),
        columns: fc.array(anyText, { minLength: 1, maxLength: 4 }),
        rows: fc.array(fc.array(anyText, { maxLength: 4 })),
      }),
      fc.record({ kind: fc.constant('quote' as const), exact: long, label: anyText, source: long }),
      fc.record({ kind: fc.constant('passage' as const), before: anyText, exact: long, after: anyText, source: anyText }),
      fc.record({ kind: fc.constant('questions' as const), label: anyText, questions: fc.array(anyText, { maxLength: 12 }) }),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
        expectWithinLimits(render(blocks));
      }),
      { numRuns: 60 },
    );
  });
});

describe('escapeMarkdown', () => {
  it.each([
    ['*a* _b_ ~~c~~ ||d|| `e`', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\|\\|d\\|\\| \\`e\\`'],
    ['# heading', '\\# heading'],
    ['> quote', '\\> quote'],
    ['- item', '\\- item'],
    ['-# small', '\\-\\# small'],
    ['12. item', '12\\. item'],
    ['@everyone and @here', '@\u200beveryone and @\u200bhere'],
    ['<@1> <@&2> <#3>', '\\<@\u200b1\\> \\<@\u200b&2\\> \\<\\#3\\>'],
    ['[x](https://a.example)', '\\[x\\](https\\://a.example)'],
    ['discord.gg/x', 'discord\\.gg/x'],
    ['<a:x:1> _y_', '\\<a:x:1\\> \\_y\\_'],
    ['a\u202eb\u200bc\nd', 'abc d'],
  ])('shows %j letter by letter', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it('leaves the documents’ words as they are, once the escapes are read', () => {
    const words = '« L’IA » – 3 800 (≈ 30 %) : 2,000–2,500, “so” & c’est 1.5 *';
    expect(withoutEscapes(escapeMarkdown(words))).toBe(words);
  });
});

describe('readableText', () => {
  it('takes out mentions, emoji and points in time, and leaves comparisons', () => {
    expect(withoutMarkup('<@1> why <@!2> <@&3> <#4> </ask:5> <:a:6> <a:b:7> <t:8:R> <t:-9> 3 < 4 > 2')).toMatch(/^why\s+3 < 4 > 2$/);
  });
});
