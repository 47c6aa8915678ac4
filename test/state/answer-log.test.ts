import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type AnswerRow, writeAnswers } from '../../src/state/answer-log.ts';
import { answerDays, answers, answerTimes, unanswered, unansweredGroups } from '../../src/state/schema.ts';
import { State } from '../../src/state/state.ts';
import { DATABASES } from './databases.ts';

const NOW = new Date('2026-03-01T12:00:00Z');

function row(changes: Partial<AnswerRow> = {}): AnswerRow {
  return {
    id: randomUUID(),
    at: NOW,
    platform: 'slack',
    workspace: 'T1',
    person: 'ann',
    language: 'en',
    outcome: 'answered',
    reason: null,
    ms: 12.34,
    question: 'How many?',
    questionKey: 'k1',
    facts: ['f1'],
    version: 'v1',
    gap: null,
    ...changes,
  };
}

describe.each(DATABASES)('answers on $name', ({ fresh }) => {
  async function open() {
    const { place, remove } = await fresh();
    const state = new State({ place, peopleKey: 'key', log: pino({ level: 'silent' }), now: () => NOW });
    onTestFinished(async () => {
      await state.close(1_000);
      await remove();
    });
    await state.start();
    return { state, write: state.lane('answer', writeAnswers) };
  }

  it('are kept once and counted once, however often they are written', async () => {
    const { state, write } = await open();
    const twice = row();
    const gap = { key: 'g1', likeness: 'l1', normalised: 'who is it', nearest: ['f7', 'f8'] };
    const rows = [
      twice,
      row({ at: new Date('2026-03-01T12:05:00Z') }),
      row({ outcome: 'unknown', reason: 'off-topic', person: 'bob', gap, platform: 'discord' }),
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
    const outcomes = await Promise.allSettled([write(row()), write(row({ id: 'no uuid' })), write(row())]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await state.read((database) => database.$count(answers))).toBe(2);
    expect(state.status).toEqual({ kind: 'ready' });
  });
});
