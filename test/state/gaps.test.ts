import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type GapRow, writeAnswers } from '../../src/state/answer-log.ts';
import { decideGap, noteFound } from '../../src/state/decide-gap.ts';
import { openGapRecords } from '../../src/state/open-gap-records.ts';
import { findGap } from '../../src/state/read-gaps.ts';
import { unanswered, unansweredGroups } from '../../src/state/schema.ts';
import type { State } from '../../src/state/state.ts';
import { storeText } from '../../src/state/store-text.ts';
import { answerRow, NOON } from './answer-row.ts';
import { DATABASES } from './databases.ts';
import { later } from './feedback-row.ts';
import { openForSuite } from './open-state.ts';

describe.each(DATABASES)('questions without an answer on $name', ({ fresh }) => {
  let state: State;
  let ask: (likeness: string, question: string, changes?: Parameters<typeof answerRow>[0]) => Promise<void>;

  beforeAll(async () => {
    const opened = await openForSuite(fresh, () => NOON);
    state = opened.state;
    const write = state.lane('answer', writeAnswers);
    ask = (likeness, question, changes = {}) => {
      const language = changes.language ?? 'en';
      const gap: GapRow = { key: state.hash(`${language} ${question}`), likeness, asked: storeText(question), nearest: [`near-${likeness}`] };
      return write(answerRow({ id: randomUUID(), outcome: 'unknown', reason: 'not-in-documents', gap, ...changes }));
    };
    return opened.end;
  }, 60_000);

  beforeEach(() =>
    state.change(async (transaction) => {
      await transaction.delete(unanswered);
      await transaction.delete(unansweredGroups);
    }),
  );

  const times = (count: number, work: () => Promise<void>) => Promise.all(Array.from({ length: count }, work));
  const pageOf = async (status: 'open' | 'answered' | 'declined', page = 0, size = 5) => openGapRecords(state).page(status, page, size);

  it('are listed by group, most asked first, with all ways to ask, languages, platforms and what is nearest', async () => {
    await times(2, () => ask('b', 'severance at fiverr'));
    await times(3, () => ask('b', 'indemnites chez fiverr', { language: 'fr', platform: 'discord', at: later(5) }));
    await ask('a', 'who is next', { reason: 'off-topic' });
    const { groups, more } = await pageOf('open');
    expect(more).toBe(false);
    expect(groups).toMatchObject([
      {
        likeness: 'b',
        count: 5,
        status: 'open',
        lastAt: later(5),
        firstAt: NOON,
        questions: [
          { text: 'indemnites chez fiverr', language: 'fr' },
          { text: 'severance at fiverr', language: 'en' },
        ],
        languages: ['fr', 'en'],
        platforms: ['discord', 'slack'],
        reason: 'not-in-documents',
        nearest: ['near-b'],
      },
      { likeness: 'a', count: 1, reason: 'off-topic' },
    ]);
  });

  it('that were dropped after the days of retention still count', async () => {
    await ask('a', 'who is next');
    await state.change((transaction) => transaction.update(unanswered).set({ question: null }));
    expect((await pageOf('open')).groups).toMatchObject([{ count: 1, questions: [], languages: ['en'] }]);
  });

  it('are decided on and opened again; a group that there is not is not decided on', async () => {
    await ask('a', 'who is next');
    expect(await decideGap('a', 'answered', 'f1', state)).toBe(true);
    expect((await pageOf('open')).groups).toEqual([]);
    expect((await pageOf('answered')).groups).toMatchObject([{ fact: 'f1', decidedAt: NOON }]);
    expect(await decideGap('a', 'declined', null, state)).toBe(true);
    expect((await pageOf('declined')).groups).toMatchObject([{ fact: null, decidedAt: NOON }]);
    expect(await decideGap('a', 'open', null, state)).toBe(true);
    expect((await pageOf('open')).groups).toMatchObject([{ fact: null, decidedAt: null }]);
    expect(await decideGap('nobody', 'declined', null, state)).toBe(false);
  });

  it('stay decided when they are asked again', async () => {
    await ask('a', 'who is next');
    await decideGap('a', 'declined', null, state);
    await ask('a', 'who is next');
    expect((await pageOf('open')).groups).toEqual([]);
    expect((await pageOf('declined')).groups).toMatchObject([{ count: 2 }]);
  });

  it('come first where they have an answer by now, and are on one page each', async () => {
    for (const [at, likeness] of ['a', 'b', 'c', 'd', 'e', 'f', 'g'].entries()) await times(7 - at, () => ask(likeness, `question ${likeness}`));
    expect(await noteFound('f', 'v2', state)).toBe(true);
    expect(await noteFound('f', 'v2', state)).toBe(false);
    expect(await noteFound('d', 'v2', state)).toBe(true);
    await decideGap('b', 'declined', null, state);
    expect(await noteFound('b', 'v2', state)).toBe(false);
    const pages = await Promise.all([0, 1, 2, 3].map((page) => pageOf('open', page, 2)));
    expect(pages.map(({ groups }) => groups.map(({ likeness }) => likeness).join(''))).toEqual(['df', 'ac', 'eg', '']);
    expect(pages.map(({ more }) => more)).toEqual([true, true, false, false]);
    const odd = await Promise.all([0, 1, 2].map((page) => pageOf('open', page, 3)));
    expect(odd.map(({ groups }) => groups.map(({ likeness }) => likeness).join(''))).toEqual(['dfa', 'ceg', '']);
    expect(await noteFound('f', null, state)).toBe(true);
    expect((await state.read((database) => findGap('f', database)))?.foundIn).toBeNull();
  });

  it('are exported without a cell that a spreadsheet would run', async () => {
    const hostile = ["=cmd|' /C calc'!A0", '+1+1', '-2+3', '@SUM(A1)', '\t=1', 'a "quoted", one\nin two lines'];
    for (const [at, question] of hostile.entries()) await ask(`l${at}`, question);
    const csv = await openGapRecords(state).csv('open', 100);
    expect(csv.startsWith('\ufeffquestion,languages,platforms,reason,count,')).toBe(true);
    const lines = csv.slice(1).split('\r\n');
    expect(lines).toHaveLength(hostile.length + 2);
    expect(csv).not.toMatch(/(?:^|,|\n)"?[=+@\t-]/);
    expect(csv).toContain(`'=cmd|`);
    expect(csv).toContain('"a ""quoted"", one\nin two lines"');
  });

  it('may hold anything that people write', async () => {
    const hostile = [
      '<!channel> @everyone [x](http://evil.example)',
      'null\0byte',
      'x'.repeat(4_000),
      '\ud800 lone',
      "'; drop table answers; --",
      '{"a":1}\\u0000',
    ];
    for (const [at, question] of hostile.entries()) await ask(`h${at}`, question);
    const { groups } = await pageOf('open', 0, 10);
    expect(groups.map(({ questions }) => questions[0]?.text ?? '').toSorted()).toEqual(hostile.map((question) => storeText(question)).toSorted());
    expect(await state.read((database) => database.select().from(unansweredGroups).where(eq(unansweredGroups.likeness, 'h0')))).toHaveLength(1);
  });
});
