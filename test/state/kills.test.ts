import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeAnswers } from '../../src/state/answer-log.ts';
import type { DatabasePlace } from '../../src/state/open-database.ts';
import { answerDays, answers } from '../../src/state/schema.ts';
import { answerRow } from './answer-row.ts';
import { DATABASES, startServer } from './databases.ts';
import { makeState } from './open-state.ts';

const KILLS = 20;

/** Writes until some answers are acknowledged and a random moment later; then it is killed. */
async function writeAndKill(place: DatabasePlace): Promise<string[]> {
  const where = 'url' in place ? ['url', place.url] : ['folder', place.folder];
  const child = spawn(process.execPath, [join(import.meta.dirname, 'write-until-killed.ts'), ...where], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ids: string[] = [];
  const enough = 20 + Math.floor(Math.random() * 200);
  for await (const line of createInterface({ input: child.stdout })) {
    ids.push(line);
    if (ids.length === enough) setTimeout(() => child.kill('SIGKILL'), Math.random() * 40);
  }
  if (child.signalCode === null && child.exitCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return ids.filter((id) => id.length === 36);
}

async function expectKept(place: DatabasePlace, told: readonly string[]) {
  const state = makeState({ place });
  await state.start();
  const kept = await state.read((database) => database.select({ id: answers.id }).from(answers));
  const ids = new Set(kept.map(({ id }) => id));
  expect(told.filter((id) => !ids.has(id))).toEqual([]);
  const [day] = await state.read((database) => database.select().from(answerDays));
  expect(day?.answered).toBe(kept.length);
}

describe.each(DATABASES)('on $name', ({ fresh }) => {
  it(`nothing that was acknowledged is lost in ${KILLS} kills in the middle of writes, and it starts again`, { timeout: 600_000 }, async () => {
    const { place, remove } = await fresh();
    onTestFinished(remove);
    const told: string[] = [];
    for (let kill = 0; kill < KILLS; kill++) told.push(...(await writeAndKill(place)));
    expect(told.length).toBeGreaterThan(KILLS * 20);
    await expectKept(place, told);
  });
});

describe('a Postgres server', () => {
  it('may be killed in the middle of writes: nothing that was acknowledged is lost', { timeout: 120_000 }, async () => {
    const server = await startServer();
    onTestFinished(server.remove);
    const place = { url: `${server.url}/postgres` };
    const state = makeState({ place });
    await state.start();
    const write = state.lane('answer', writeAnswers);
    const told: string[] = [];
    let going = true;
    const writing = (async () => {
      while (going) await Promise.all(Array.from({ length: 20 }, () => answerRow({ at: new Date() })).map((row) => write(row).then(() => told.push(row.id))));
    })();
    for (let kill = 0; kill < 3; kill++) {
      const before = told.length;
      while (told.length < before + 100) await new Promise((resolve) => setTimeout(resolve, 5));
      process.kill(Number(readFileSync(server.pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
      await server.start();
    }
    going = false;
    await writing;
    await expectKept(place, told);
  });
});
