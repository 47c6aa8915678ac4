import { eq } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeAnswers } from '../../src/state/answer-log.ts';
import { answerDays, answers, answerTimes, unanswered, unansweredGroups } from '../../src/state/schema.ts';
import { answerRow } from './answer-row.ts';
import { DATABASES } from './databases.ts';
import { makeState } from './open-state.ts';

describe.each(DATABASES)('answers on $name', ({ fresh }) => {
  async function open() {
    const { place, remove } = await fresh();
    onTestFinished(remove);
    const state = makeState({ place });
    await state.start();
    return { state, write: state.lane('answer', writeAnswers) };
  }

  it('are kept once and counted once, however often they are written', async () => {
    const { state, write } = await open();
    const twice = answerRow();
    const gap = { key: 'g1', likeness: 'l1', asked: 'who is it', nearest: ['f7', 'f8'] };
    const rows = [
      twice,
      answerRow({ at: new Date('2026-03-01T12:05:00Z') }),
      answerRow({ outcome: 'unknown', reason: 'off-topic', person: 'bob', gap, platform: 'discord' }),
    ];
    await Promise.all(rows.map(write));
    await Promise.all([write(twice), write(twice)]);
    const days = await state.read((database) => database.select().from(answerDays).orderBy(answerDays.platform));
    expect(days).toMatchObject([
      { platform: 'discord', day: '2026-03-01', answered: 0, unknown: 1, repeated: 0 },
      { platform: 'slack', answered: 2, unknown: 0, repeated: 1 },
    ]);
    expect(await state.read((database) => database.select().from(answerTimes).where(eq(answerTimes.platform, 'slack')))).toMatchObject([
      { micros: 12_000, count: 2 },
    ]);
    expect(await state.read((database) => database.$count(answers))).toBe(3);
    expect(await state.read((database) => database.select().from(unanswered))).toMatchObject([
      { question: 'who is it', nearest: ['f7', 'f8'], platforms: ['discord'], count: 1 },
    ]);
    expect(await state.read((database) => database.select().from(unansweredGroups))).toMatchObject([{ likeness: 'l1', count: 1, status: 'open' }]);
  });

  it('that the database does not take do not keep the others from being written', async () => {
    const { state, write } = await open();
    const outcomes = await Promise.allSettled([write(answerRow()), write(answerRow({ id: 'no uuid' })), write(answerRow())]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await state.read((database) => database.$count(answers))).toBe(2);
    expect(state.status).toEqual({ kind: 'ready' });
  });
});
