import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/reply/reply.ts';
import type { Measures, Stats } from '../../src/state/stats.ts';
import { allText } from '../fixtures/start-bot.ts';
import { runWith } from './run-with.ts';

const SLACK: Measures = {
  questions: 1_200,
  answered: 1_000,
  unknown: 200,
  handed: 30,
  alone: 980,
  repeated: 12,
  good: 90,
  bad: 10,
  answerMs: 1_250,
  humanMs: 7_500_000,
};
const DISCORD: Measures = { questions: 34, answered: 30, unknown: 4, handed: 0, alone: 30, repeated: 0, good: 0, bad: 0, answerMs: 4.2, humanMs: null };
const TOTAL: Measures = { ...SLACK, questions: 1_234, answered: 1_030, unknown: 204, alone: 1_010 };
const FOUND: Stats = {
  from: '2026-01-31',
  to: '2026-03-01',
  total: TOTAL,
  platforms: [
    { name: 'discord', ...DISCORD },
    { name: 'slack', ...SLACK },
  ],
  languages: [{ name: 'fr', ...TOTAL }],
  course: {
    unit: 'week',
    parts: [
      { from: '2026-01-26', answered: 30, unknown: 4, handed: 0 },
      { from: '2026-02-02', answered: 1_000, unknown: 200, handed: 30 },
    ],
  },
};

async function shown(language: 'en' | 'fr', found: Stats = FOUND, period = '') {
  const asked: (number | null)[] = [];
  const of = (days: number | null) => {
    asked.push(days);
    return Promise.resolve(found);
  };
  const { blocks } = await runWith(`stats ${period}`, { language, records: { stats: { of } } });
  return { blocks, text: allText({ blocks }), asked };
}

function cellsOf(blocks: readonly Block[], row: string): readonly string[] {
  const found = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])).find(([first]) => first === row);
  return found ?? [];
}

describe('stats', () => {
  it('says how many were answered without a human, and each measure by platform, by language and in all', async () => {
    const { blocks, text } = await shown('en');
    expect(text).toContain('1,234 questions, 81.8% of them answered without a human (31 Jan 2026 to 1 Mar 2026).');
    expect(blocks.flatMap((block) => (block.kind === 'table' ? [block.columns] : []))).toEqual([
      ['Measure', 'Discord', 'Slack', 'Total'],
      ['Measure', 'French', 'Total'],
    ]);
    expect(cellsOf(blocks, 'Questions')).toEqual(['Questions', '34', '1,200', '1,234']);
    expect(cellsOf(blocks, 'Without a human')).toEqual(['Without a human', '88.2%', '81.7%', '81.8%']);
    expect(cellsOf(blocks, 'Answer time')).toEqual(['Answer time', '4.2\u00a0ms', '1.3\u00a0s', '1.3\u00a0s']);
    expect(cellsOf(blocks, 'Human’s answer time')).toEqual(['Human’s answer time', '–', '2\u00a0h\u00a05\u00a0min', '2\u00a0h\u00a05\u00a0min']);
    expect(cellsOf(blocks, 'Satisfaction')).toEqual(['Satisfaction', '–', '90%', '90%']);
  });

  it('speaks French as the French write figures', async () => {
    const { blocks, text } = await shown('fr');
    expect(text).toContain('1\u00a0234 questions, dont 81,8\u00a0% avec une réponse sans passer par un humain (du 31 janv. 2026 au 1 mars 2026).');
    expect(cellsOf(blocks, 'Délai de réponse')).toEqual(['Délai de réponse', '4,2\u00a0ms', '1,3\u00a0s', '1,3\u00a0s']);
  });

  it.each(['en', 'fr'] as const)('draws a chart that every platform can draw, with words for whoever does not see it: %s', async (language) => {
    const { blocks } = await shown(language);
    const [chart] = blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
    expect(chart?.title.length).toBeLessThanOrEqual(50);
    expect(chart?.series.map(({ values }) => values)).toEqual([
      [30, 1_000],
      [4, 200],
      [0, 30],
    ]);
    for (const name of [...(chart?.categories ?? []), ...(chart?.series.map((one) => one.name) ?? [])]) expect(name.length).toBeLessThanOrEqual(20);
    expect(chart?.alt).toMatch(language === 'en' ? /Most were asked at 2 Feb: 1,200\.$/ : /Le plus de questions : 2 févr\., 1\u00a0200\.$/);
  });

  it('asks for 30 days, or for the period that was chosen', async () => {
    expect((await shown('en')).asked).toEqual([30]);
    expect((await shown('en', FOUND, '1 an')).asked).toEqual([365]);
    expect((await shown('en', FOUND, 'all')).asked).toEqual([null]);
  });

  it('says so where nobody has asked', async () => {
    const nothing = { ...FOUND, total: { ...TOTAL, questions: 0, humanMs: null } };
    expect((await shown('en', nothing)).text).toBe('Nobody has asked me anything (31 Jan 2026 to 1 Mar 2026).');
    expect((await shown('fr', nothing)).text).toBe('Personne ne m’a rien demandé (du 31 janv. 2026 au 1 mars 2026).');
  });

  it('takes a period as people write it, and names the periods where it is none', async () => {
    const periods = ['7', 'week', '30 days', 'mois', '90 jours', 'period:year', 'année', 'tout'];
    expect(await Promise.all(periods.map(async (period) => (await shown('fr', FOUND, period)).asked[0]))).toEqual([7, 7, 30, 30, 90, 365, 365, null]);
    expect(allText(await runWith('stats 31 days'))).toBe(
      '“31 days” is nothing that “period” can be.\nChoose one of these: 7 days, 30 days, 90 days, 1 year, all.',
    );
  });
});
