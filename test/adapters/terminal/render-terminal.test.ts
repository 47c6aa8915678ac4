import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderBlocks, renderTerminal } from '../../../src/adapters/terminal/render-terminal.ts';
import { PLAIN, styleFor } from '../../../src/adapters/terminal/terminal-style.ts';
import type { Block } from '../../../src/reply/reply.ts';
import { anyText } from '../../fixtures/any-text.ts';

const quote = (exact: string, source: string, label = 'French original'): Block => ({ kind: 'quote', exact, source, label });

/** One of each kind, every word different. */
const EVERY_KIND: readonly Block[] = [
  { kind: 'text', tone: 'lead', text: 'alpha one' },
  { kind: 'text', tone: 'plain', text: 'beta two' },
  { kind: 'text', tone: 'small', text: 'gamma three' },
  { kind: 'heading', text: 'delta four' },
  { kind: 'list', ordered: false, items: ['epsilon five', 'zeta six'] },
  { kind: 'list', ordered: true, items: ['eta seven', 'theta eight'] },
  {
    kind: 'table',
    columns: ['iota', 'kappa'],
    rows: [
      ['lambda nine', '10'],
      ['mu', '7'],
    ],
  },
  quote('nu eleven', 'xi twelve'),
  { kind: 'questions', label: 'omicron thirteen', questions: ['pi?', 'rho?'] },
];

const CHART: Block = {
  kind: 'chart',
  chart: {
    kind: 'bars',
    title: 'Questions\u001b[31m',
    alt: 'in words',
    unit: '%',
    categories: ['May', 'June'],
    series: [
      { name: 'Slack', values: [50, null] },
      { name: 'Discord', values: [12.345, 7] },
    ],
  },
};

const FILE: Block = { kind: 'file', name: 'gaps.csv', description: 'All gaps', content: Array.from({ length: 12 }, (_, at) => `line ${at}\n`).join('') };

const TTY = { isTTY: true, columns: 60 };

describe('renderBlocks', () => {
  it('shows a chart as its figures, a file by its first lines, and nothing of what takes buttons', () => {
    const button = { label: 'press', action: 'a', style: 'plain' } as const;
    const blocks: Block[] = [{ kind: 'text', tone: 'plain', text: 'before' }, { kind: 'feedback', good: button, bad: button }, CHART, FILE];
    expect(renderBlocks(blocks, PLAIN).split('\n')).toEqual([
      'before',
      '',
      'Questions (%)',
      '      Slack  Discord',
      'May      50    12.35',
      'June               7',
      '',
      'All gaps',
      ...Array.from({ length: 10 }, (_, at) => `  │ line ${at}`),
      '  │ …',
    ]);
  });

  it('shows every word of every kind of block, in order', () => {
    expect(renderBlocks(EVERY_KIND, PLAIN)).toBe(
      [
        'alpha one',
        'beta two',
        'gamma three',
        '',
        'delta four',
        '  • epsilon five',
        '  • zeta six',
        '  1. eta seven',
        '  2. theta eight',
        'iota         kappa',
        'lambda nine     10',
        'mu               7',
        '',
        '  │ “nu eleven”',
        '  │ French original · xi twelve',
        '',
        'omicron thirteen',
        '  1 pi?',
        '  2 rho?',
      ].join('\n'),
    );
  });

  it('shows the same text in colour', () => {
    const coloured = renderBlocks(EVERY_KIND, { ...styleFor(TTY, false), width: Number.POSITIVE_INFINITY });
    expect(coloured).toContain('\u001b[');
    expect(stripVTControlCharacters(coloured)).toBe(renderBlocks(EVERY_KIND, PLAIN));
  });

  it('has no escape codes where nobody looks at a terminal, or where NO_COLOR is set', () => {
    for (const style of [styleFor({}, false), styleFor({ isTTY: false }, false), styleFor(TTY, true)])
      expect(renderBlocks(EVERY_KIND, style)).not.toContain('\u001b');
  });

  it('names the source of quotes once where several in a row have it', () => {
    expect(renderBlocks([quote('a', 'S'), quote('b', 'S'), quote('c', 'T', ''), quote('d', 'T')], PLAIN)).toBe(
      ['  │ “a”', '  │ “b”', '  │ French original · S', '', '  │ “c”', '  │ T', '', '  │ “d”', '  │ French original · T'].join('\n'),
    );
  });

  it('breaks lines at the width, and never in a quote’s words or at a no-break space', () => {
    const words = 'dix-huit 18\u00a0000 personnes '.repeat(20).trim();
    const blocks: readonly Block[] = [
      { kind: 'text', tone: 'plain', text: words },
      { kind: 'list', ordered: true, items: [words] },
      quote(words, words),
      { kind: 'table', columns: ['a', 'b'], rows: [['c', words]] },
    ];
    const text = renderBlocks(blocks, { ...styleFor(TTY, true), width: 40 });
    for (const line of text.split('\n')) expect([...line].length).toBeLessThanOrEqual(40);
    expect(text.match(/18\u00a0000/g)).toHaveLength(100);
  });

  it('writes a table that is too wide as one record below the other', () => {
    const table: Block = { kind: 'table', columns: ['name', 'what'], rows: [['a rather long name', 'something']] };
    expect(renderBlocks([table], { ...PLAIN, width: 22 })).toBe('name: a rather long\n  name\nwhat: something');
  });

  it('lets no control character of a document or a question through', () => {
    const nasty = 'a\u001b[2Jb\u001b]0;title\u0007c\u0007d\u0008e\u009b31mf\u202eg\u200bh\ri\nj';
    for (const block of [
      { kind: 'text', tone: 'lead', text: nasty },
      { kind: 'heading', text: nasty },
      { kind: 'list', ordered: false, items: [nasty] },
      { kind: 'table', columns: [nasty], rows: [[nasty]] },
      quote(nasty, nasty, nasty),
      { kind: 'questions', label: nasty, questions: [nasty] },
    ] satisfies readonly Block[]) {
      expect(renderBlocks([block], PLAIN)).toContain('abcde31mfgh i j');
      expect(renderBlocks([block], PLAIN)).not.toMatch(/(?!\n)[\p{Cc}\u202e\u200b]/u);
    }
  });

  it('takes any text and stays free of control characters', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), fc.integer({ min: 20, max: 100 }), (texts, width) => {
        const rendered = renderBlocks(
          [{ kind: 'list', ordered: true, items: texts }, { kind: 'table', columns: texts, rows: [texts] }, ...texts.map((text) => quote(text, text))],
          { ...PLAIN, width },
        );
        expect(rendered).not.toMatch(/(?!\n|\u200d)[\p{Cc}\p{Cf}]/u);
      }),
    );
  });
});

describe('renderTerminal', () => {
  it('ends with the version of the data', () => {
    const reply = { blocks: EVERY_KIND, version: 'abc123' };
    expect(renderTerminal({ ...reply, language: 'en' }, PLAIN)).toMatch(/\ndata abc123$/);
    expect(renderTerminal({ ...reply, language: 'fr' }, PLAIN)).toMatch(/\ndonnées abc123$/);
  });
});

describe('styleFor', () => {
  it('follows the width of the window, within what can be read', () => {
    const widthAt = (columns: number) => styleFor({ isTTY: true, columns }, false).width;
    expect([widthAt(5), widthAt(60), widthAt(300), styleFor({ isTTY: true }, false).width, styleFor({ columns: 60 }, false).width]).toEqual([
      20,
      59,
      100,
      79,
      Number.POSITIVE_INFINITY,
    ]);
  });
});
