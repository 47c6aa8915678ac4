import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeAnswers } from '../../src/state/answer-log.ts';
import { answerDays, answers } from '../../src/state/schema.ts';
import { answerRow } from './answer-row.ts';
import { startServer } from './databases.ts';
import { makeState } from './open-state.ts';

const OUTAGE_MS = 10_000;

describe('a server that is stopped for 10 s', () => {
  it('gets what was written meanwhile when it is back, each row once', { timeout: 60_000 }, async () => {
    const server = await startServer();
    onTestFinished(server.remove);
    const state = makeState({ place: { url: `${server.url}/postgres` } });
    await state.start();
    const write = state.lane('answer', writeAnswers);
    const written: Promise<void>[] = [];
    const put = async (forMs: number) => {
      for (const end = Date.now() + forMs; Date.now() < end; await delay(10)) {
        written.push(write(answerRow({ at: new Date() })));
      }
    };
    await put(500);
    await Promise.all([server.stop(), put(OUTAGE_MS)]);
    expect(state.status).toMatchObject({ kind: 'failed', problem: expect.stringContaining('does not answer') });
    expect(state.waiting).toBeGreaterThan(500);
    await expect(state.read((database) => database.$count(answers))).rejects.toMatchObject({ code: 'NO_STATE' });
    await server.start();
    await put(500);
    await Promise.all(written);
    expect(state.status).toEqual({ kind: 'ready' });
    expect(await state.read((database) => database.$count(answers))).toBe(written.length);
    expect(await state.read((database) => database.select().from(answerDays))).toMatchObject([{ answered: written.length }]);
  });
});
