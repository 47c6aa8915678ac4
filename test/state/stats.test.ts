import { randomUUID } from 'node:crypto';
import { lt } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAnswers } from '../../src/state/answer-log.ts';
import { HandOffStore } from '../../src/state/hand-off-store.ts';
import { readStats } from '../../src/state/read-stats.ts';
import { dropOld } from '../../src/state/retention.ts';
import { answerTimes } from '../../src/state/schema.ts';
import { State } from '../../src/state/state.ts';
import type { Measures } from '../../src/state/stats.ts';
import { writeFeedback } from '../../src/state/write-feedback.ts';
import { answerRow } from './answer-row.ts';
import { DATABASES, type FreshDatabase } from './databases.ts';
import { feedbackRow } from './feedback-row.ts';
import { SILENT } from './open-state.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const TODAY = Date.parse('2026-03-31T20:00:00Z');

/** Days ago, where, in which language, by whom, what, how it went, how long it took; to a human, and when that one answered; the vote. */
type Event = readonly [
  ago: number,
  platform: 'slack' | 'discord',
  language: 'en' | 'fr',
  person: string,
  question: string,
  outcome: 'answered' | 'unknown',
  ms: number,
  human?: 'handed' | number | undefined,
  vote?: boolean,
];

const EVENTS: readonly Event[] = [
  [40, 'slack', 'en', 'ann', 'old', 'answered', 900, 5, true],
  [12, 'slack', 'en', 'ann', 'q1', 'answered', 10, undefined, true],
  [11, 'slack', 'en', 'ann', 'q1', 'answered', 20],
  [3, 'slack', 'en', 'ann', 'q1', 'answered', 30],
  [6, 'slack', 'en', 'bob', 'q1', 'answered', 40, undefined, false],
  [6, 'slack', 'fr', 'bob', 'q2', 'unknown', 50, 10],
  [5, 'slack', 'fr', 'cyd', 'q2', 'answered', 60, 'handed'],
  [5, 'discord', 'fr', 'dan', 'q2', 'unknown', 5],
  [2, 'discord', 'en', 'dan', 'q3', 'answered', 7, 30, true],
  [1, 'discord', 'en', 'eve', 'q3', 'answered', 9, undefined, true],
  [0, 'discord', 'en', 'eve', 'q3', 'answered', 8],
];

function days(count: number): number {
  return count * DAY;
}

describe.each(DATABASES)('how well it does, on $name', ({ fresh }) => {
  let database: FreshDatabase;
  let state: State;
  let now = TODAY;

  beforeAll(async () => {
    database = await fresh();
    state = new State({ place: database.place, peopleKey: 'key', log: SILENT, now: () => new Date(now) });
    await state.start();
  }, 60_000);
  afterAll(async () => {
    await state.close(1_000);
    await database.remove();
  });

  it('is nothing before anybody has asked', async () => {
    const { total, platforms, languages, course } = await readStats(state, null);
    expect(total).toMatchObject({ questions: 0, alone: 0, answerMs: null, humanMs: null });
    expect([platforms, languages]).toEqual([[], []]);
    expect(course).toEqual({ unit: 'day', parts: [{ from: '2026-03-31', answered: 0, unknown: 0, handed: 0 }] });
  });

  it('counts what happened', async () => {
    const [write, vote, store] = [state.lane('answer', writeAnswers), state.lane('vote', writeFeedback), new HandOffStore(state)];
    for (const [ago, platform, language, person, question, outcome, ms, human, good] of EVENTS) {
      const id = randomUUID();
      const at = new Date(TODAY - days(ago));
      await write(answerRow({ id, at, platform, language, person, questionKey: question, outcome, ms }));
      if (good !== undefined) await vote(feedbackRow({ answer: id, at, person, good, platform, language }));
      if (human === undefined) continue;
      now = at.getTime();
      const where = { platform, workspace: 'T1', channel: 'C1', thread: null, direct: false, link: null, editorsChannel: 'CEDIT' };
      await store.open({ id, ...where, asker: 'U1', person, language, question, found: '', facts: [] });
      await store.posted(id, `message of ${id}`, null);
      now += typeof human === 'number' ? human * MINUTE : 0;
      if (typeof human === 'number') await store.answer(id, { id: 'U2', name: null }, 'That is so.', false);
    }
    now = TODAY;

    const { from, to, total, platforms, languages } = await readStats(state, 30);
    expect([from, to]).toEqual(['2026-03-02', '2026-03-31']);
    // Of 10 questions, 8 had an answer, 2 of which were handed over; the lower one of 10 and 20 ms is in the middle of the ten times.
    expect(total).toEqual({
      questions: 10,
      answered: 8,
      unknown: 2,
      handed: 3,
      alone: 6,
      // Ann after a day, not after eight; Eve after one.
      repeated: 2,
      good: 3,
      bad: 1,
      answerMs: 10,
      // Between 10 and 30 minutes.
      humanMs: 20 * MINUTE,
    });
    const slack = {
      name: 'slack',
      questions: 6,
      answered: 5,
      unknown: 1,
      handed: 2,
      alone: 4,
      repeated: 1,
      good: 1,
      bad: 1,
      answerMs: 30,
      humanMs: 10 * MINUTE,
    };
    const discord = {
      name: 'discord',
      questions: 4,
      answered: 3,
      unknown: 1,
      handed: 1,
      alone: 2,
      repeated: 1,
      good: 2,
      bad: 0,
      answerMs: 7,
      humanMs: 30 * MINUTE,
    };
    const english = {
      name: 'en',
      questions: 7,
      answered: 7,
      unknown: 0,
      handed: 1,
      alone: 6,
      repeated: 2,
      good: 3,
      bad: 1,
      answerMs: 10,
      humanMs: 30 * MINUTE,
    };
    const french = { name: 'fr', questions: 3, answered: 1, unknown: 2, handed: 2, alone: 0, repeated: 0, good: 0, bad: 0, answerMs: 50, humanMs: 10 * MINUTE };
    expect(platforms).toEqual([discord, slack]);
    expect(languages).toEqual([english, french]);
  });

  it.each([7, 30, 90, 365, null])('adds up to the total, by platform, by language and over time: last %s days', async (period) => {
    const { total, platforms, languages, course } = await readStats(state, period);
    const summed = ['questions', 'answered', 'unknown', 'handed', 'alone', 'repeated', 'good', 'bad'] as const;
    const sums = (groups: readonly Measures[]) => Object.fromEntries(summed.map((key) => [key, groups.reduce((sum, group) => sum + group[key], 0)]));
    const wanted = Object.fromEntries(summed.map((key) => [key, total[key]]));
    expect(sums(platforms)).toEqual(wanted);
    expect(sums(languages)).toEqual(wanted);
    const all = course.parts.reduce((sum, { answered, unknown }) => sum + answered + unknown, 0);
    expect(all).toBe(total.questions);
    expect(course.parts.length).toBeLessThanOrEqual(20);
  });

  it('shows days, weeks from Monday on or months, whichever are not too many, the empty ones too', async () => {
    const week = await readStats(state, 7);
    expect(week.course.unit).toBe('day');
    expect(week.course.parts.map(({ from, answered, unknown, handed }) => [from.slice(-2), answered, unknown, handed])).toEqual([
      ['25', 1, 1, 1],
      ['26', 1, 1, 1],
      ['27', 0, 0, 0],
      ['28', 1, 0, 0],
      ['29', 1, 0, 1],
      ['30', 1, 0, 0],
      ['31', 1, 0, 0],
    ]);
    const month = await readStats(state, 30);
    expect(month.course).toMatchObject({
      unit: 'week',
      parts: [{ from: '2026-03-02' }, { from: '2026-03-09' }, { from: '2026-03-16' }, { from: '2026-03-23' }, {}],
    });
    const year = await readStats(state, 365);
    expect(year.course.unit).toBe('month');
    expect(year.course.parts.at(-2)).toEqual({ from: '2026-02-01', answered: 1, unknown: 0, handed: 1 });
  });

  it('counts times of long ago by month, which changes nothing in the end', async () => {
    const before = await readStats(state, null);
    now = TODAY + days(100);
    await dropOld(state, 1_000);
    expect(await readStats(state, null)).toMatchObject({ total: before.total, languages: before.languages });
    const kept = await state.read((reader) => reader.select().from(answerTimes).where(lt(answerTimes.day, '2026-04-01')));
    expect([...new Set(kept.map(({ day }) => day))].toSorted()).toEqual(['2026-02-01', '2026-03-01']);
    expect(kept.reduce((sum, { count }) => sum + count, 0)).toBe(EVENTS.length);
    await dropOld(state, 1_000);
    expect((await readStats(state, null)).total).toEqual(before.total);
    now = TODAY;
  });

  it('begins with the first question there was where all is asked for', async () => {
    const { from, total } = await readStats(state, null);
    expect(from).toBe('2026-02-19');
    expect(total).toMatchObject({ questions: 11, handed: 4, good: 4, answerMs: 20 });
  });
});
