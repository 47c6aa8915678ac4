import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Person } from '../../src/bot/incoming.ts';
import type { Outgoing } from '../../src/bot/outgoing.ts';
import { readConfig } from '../../src/config.ts';
import { startMemory } from '../../src/start-memory.ts';
import { writeAnswers } from '../../src/state/answer-log.ts';
import { answerDays, answers, feedback } from '../../src/state/schema.ts';
import { ANN, BOB, person, replyOf, startReception, startSmallBot, textOf } from '../bot/start-reception.ts';
import { answerRow } from './answer-row.ts';
import { startServer } from './databases.ts';
import { makeState, SILENT } from './open-state.ts';

const KEY = 'k'.repeat(44);
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

describe('a bot whose server is stopped', () => {
  it('answers all the same, says in its status that it remembers nothing, and catches up', { timeout: 60_000 }, async () => {
    const server = await startServer();
    onTestFinished(server.remove);
    const { bot } = await startSmallBot();
    const memory = startMemory(readConfig({ DATABASE_URL: `${server.url}/postgres`, PEOPLE_KEY: KEY }, '/nowhere/.env'), SILENT);
    onTestFinished(memory.close);
    await memory.state.start();
    const { ask, press } = await startReception({ bot, ...memory.serve(bot) });
    const asked = async (person_: Person) => textOf(await ask('how many people does Borel lay off', { by: person_ }));
    expect(await asked(ANN)).toContain('about 250 people');
    await server.stop();
    for (let number = 0; number < 30; number++) expect(await asked(person(`p${number}`))).toContain('about 250 people');
    await expect.poll(() => memory.state.status.kind).toBe('failed');
    const last = await ask('how many people does Borel lay off', { by: BOB });
    expect(textOf(await press(actionOfFeedback(last), { by: BOB }))).toMatch(/as soon as/);
    await server.start();
    await expect.poll(() => memory.state.waiting, { timeout: 20_000 }).toBe(0);
    expect(await memory.state.read((database) => database.$count(answers))).toBe(32);
    expect(await memory.state.read((database) => database.select().from(feedback))).toMatchObject([
      { good: false, question: 'how many people does Borel lay off' },
    ]);
  });
});

function actionOfFeedback(outgoing: Outgoing): string {
  return replyOf(outgoing).blocks.flatMap((block) => (block.kind === 'feedback' ? [block.bad.action] : []))[0] ?? '';
}
