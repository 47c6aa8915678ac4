import { randomUUID } from 'node:crypto';
import { asc } from 'drizzle-orm';
import { pino } from 'pino';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { writeAnswers } from '../../src/state/answer-log.ts';
import type { FeedbackRow } from '../../src/state/feedback-row.ts';
import { openFeedbackRecords } from '../../src/state/open-feedback-records.ts';
import { answerDays, factVotes, feedback } from '../../src/state/schema.ts';
import type { State } from '../../src/state/state.ts';
import { writeFeedback } from '../../src/state/write-feedback.ts';
import { answerRow, NOON } from './answer-row.ts';
import { DATABASES, freshOnServer } from './databases.ts';
import { feedbackRow, later } from './feedback-row.ts';
import { makeState, openForSuite } from './open-state.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

describe.each(DATABASES)('feedback on $name', ({ fresh }) => {
  let state: State;
  let write: (row: FeedbackRow) => Promise<void>;

  beforeAll(async () => {
    const opened = await openForSuite(fresh, () => NOON);
    state = opened.state;
    write = state.lane('feedback', writeFeedback);
    return opened.end;
  }, 60_000);

  beforeEach(() =>
    state.change(async (transaction) => {
      for (const table of [feedback, factVotes, answerDays]) await transaction.delete(table);
    }),
  );

  it('is the last word of each person, and counted once by day and by fact', async () => {
    const answer = randomUUID();
    const first = feedbackRow({ answer });
    await Promise.all([write(first), write(first), write(feedbackRow({ answer, person: 'bob' }))]);
    await write(first);
    expect(await days(state)).toEqual([{ day: '2026-03-01', good: 2, bad: 0 }]);
    expect(await votes(state)).toEqual({ f1: [2, 0], f2: [2, 0] });

    // Another day, another mind; what was said before arrives once more, and late.
    await write(feedbackRow({ answer, good: false, at: later(DAY_MS) }));
    await write(first);
    expect(await days(state)).toEqual([
      { day: '2026-03-01', good: 1, bad: 0 },
      { day: '2026-03-02', good: 0, bad: 1 },
    ]);
    expect(await votes(state)).toEqual({ f1: [1, 1], f2: [1, 1] });
    const kept = await state.read((database) => database.select().from(feedback).orderBy(asc(feedback.person)));
    expect(kept).toMatchObject([
      { person: 'ann', good: false, at: later(DAY_MS) },
      { person: 'bob', good: true },
    ]);
  });

  it('keeps a reason until somebody changes their mind, also where all comes at once', async () => {
    const answer = randomUUID();
    const all = [
      feedbackRow({ answer, good: false, reason: 'other', remark: 'it is = 500', at: later(2) }),
      feedbackRow({ answer, good: false, at: later(3) }),
      feedbackRow({ answer, good: true, at: later(1) }),
    ];
    await Promise.all(all.map(write));
    const read = () => state.read((database) => database.select().from(feedback));
    expect(await read()).toMatchObject([{ good: false, reason: 'other', remark: 'it is = 500' }]);
    await write(feedbackRow({ answer, good: false, at: later(4) }));
    expect(await read()).toMatchObject([{ reason: 'other', remark: 'it is = 500' }]);
    await write(feedbackRow({ answer, good: false, reason: 'wrong', at: later(5) }));
    expect(await read()).toMatchObject([{ reason: 'wrong', remark: null }]);
    await write(feedbackRow({ answer, good: true, at: later(6) }));
    expect(await read()).toMatchObject([{ good: true, reason: null, remark: null }]);
    expect(await votes(state)).toEqual({ f1: [1, 0], f2: [1, 0] });
  });

  it('comes to what counting the rows comes to, whatever was said in whatever order', async () => {
    const answers = Array.from({ length: 7 }, () => randomUUID());
    const random = randomFrom(7);
    const rows = Array.from({ length: 400 }, (_, at) =>
      feedbackRow({
        answer: answers[random(7)] ?? '',
        person: `p${random(5)}`,
        good: random(2) === 0,
        at: later(random(3) * DAY_MS + at),
        platform: 'slack',
        facts: ['a'],
      }),
    );
    for (let at = 0; at < rows.length; at += 40) await Promise.all(rows.slice(at, at + 40).flatMap((row) => [write(row), write(row)]));
    const kept = await state.read((database) => database.select().from(feedback));
    const good = kept.filter((one) => one.good).length;
    expect(await votes(state)).toEqual({ a: [good, kept.length - good] });
    const counted = await days(state);
    for (const { day, ...counts } of counted) {
      const own = kept.filter(({ at }) => at.toISOString().startsWith(day));
      expect(counts).toEqual({ good: own.filter((one) => one.good).length, bad: own.filter((one) => !one.good).length });
    }
    expect(counted.reduce((sum, one) => sum + one.good + one.bad, 0)).toBe(kept.length);
  });

  it('puts the worst facts first: the surer it is that most people found them wanting', async () => {
    const cast = (fact: string, good: number, bad: number) =>
      Array.from({ length: good + bad }, (_, at) => write(feedbackRow({ facts: [fact], good: at < good, person: `p${at}` })));
    await Promise.all([...cast('popular', 60, 12), ...cast('once', 0, 1), ...cast('wrong', 2, 10), ...cast('fine', 4, 0)]);
    const { worst, newest, lately } = openFeedbackRecords(state);
    expect(await worst(10)).toMatchObject([{ fact: 'wrong', good: 2, bad: 10 }, { fact: 'once' }, { fact: 'popular' }]);
    expect(await worst(1)).toHaveLength(1);
    await write(feedbackRow({ at: later(5), good: false, reason: 'wrong' }));
    expect(await newest(false, 2)).toMatchObject([{ good: false, reason: 'wrong', at: later(5) }, {}]);
    expect((await newest(true, 50)).map(({ good }) => good)).toEqual(Array.from({ length: 24 }, () => false));
    expect(await lately()).toEqual({ good: 66, bad: 24 });
  });
});

describe('feedback and answers that two processes write at once', () => {
  it('never keeps one waiting for the other in a circle', async () => {
    const { place, remove } = await freshOnServer();
    onTestFinished(remove);
    const lines: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line: string) => lines.push(line) });
    const two = [makeState({ place, log }), makeState({ place, log })] as const;
    await Promise.all(two.map((one) => one.start()));
    const [state] = two;
    const written = two.flatMap((one, which) => {
      const lanes = { answer: one.lane('answer', writeAnswers), feedback: one.lane('feedback', writeFeedback) };
      return Array.from({ length: 300 }, async (_, at) => {
        await new Promise((done) => setTimeout(done, at * 3));
        // Each counts the platforms in another order.
        const [mine, theirs] = which === 0 ? (['slack', 'discord'] as const) : (['discord', 'slack'] as const);
        await Promise.all([lanes.answer(answerRow({ platform: mine })), lanes.feedback(feedbackRow({ platform: theirs, facts: [`f${at % 3}`] }))]);
      });
    });
    await Promise.all(written);
    expect(lines).toEqual([]);
    expect(await state.read((database) => database.$count(feedback))).toBe(600);
    expect(Object.values(await votes(state)).reduce((sum, [good = 0]) => sum + good, 0)).toBe(600);
  });
});

async function days(state: State) {
  const rows = await state.read((database) => database.select().from(answerDays).orderBy(asc(answerDays.day)));
  return rows.map(({ day, good, bad }) => ({ day, good, bad }));
}

async function votes(state: State): Promise<Record<string, number[]>> {
  const rows = await state.read((database) => database.select().from(factVotes).orderBy(asc(factVotes.fact)));
  return Object.fromEntries(rows.map(({ fact, good, bad }) => [fact, [good, bad]]));
}

/** Whole numbers below a bound, the same each time. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
