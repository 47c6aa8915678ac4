import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { asc } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { applied } from '../../src/state/schema.ts';
import { writeSmallProject } from '../fixtures/small-project.ts';
import { freshOnServer } from '../state/databases.ts';
import { makeState } from '../state/open-state.ts';
import { eventually } from './start-replica.ts';

const PROCESSES = 3;
const TURNS = 100;
const WORDS = ['now', 'today', 'again', 'indeed', 'also', 'still'];
const SEED = 20_240_506;

const told = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('answers'), version: z.string(), word: z.string() }),
  z.object({ kind: z.literal('done'), text: z.string(), answers: z.number() }),
]);
type Told = z.infer<typeof told>;

/** https://en.wikipedia.org/wiki/Linear_congruential_generator, so that each run decides the same. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function startProcess(url: string) {
  const child: ChildProcess = fork(join(import.meta.dirname, 'replica-process.ts'), [url, writeSmallProject().folder]);
  const seen: Extract<Told, { readonly kind: 'answers' }>[] = [];
  const waiting: ((text: string) => void)[] = [];
  let ready = false;
  let answers = 0;
  child.on('message', (message) => {
    const heard = told.parse(message);
    if (heard.kind === 'ready') ready = true;
    if (heard.kind === 'answers') seen.push(heard);
    if (heard.kind !== 'done') return;
    answers = heard.answers;
    waiting.shift()?.(heard.text);
  });
  return {
    /** Each time that it went over to answering otherwise. */
    seen,
    isReady: () => ready,
    answers: () => answers,
    order: (order: object) => new Promise<string>((resolve) => waiting.push(resolve) && child.send(order)),
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

describe('three processes', () => {
  it('agree within a second after each of 100 reloads and rollbacks, and mix no versions', { timeout: 400_000 }, async () => {
    const { place, remove } = await freshOnServer();
    onTestFinished(remove);
    if (!('url' in place)) throw new Error('it is not on a server');
    const processes = Array.from({ length: PROCESSES }, () => startProcess(place.url));
    onTestFinished(async () => {
      await Promise.all(processes.map(({ stop }) => stop()));
    });
    await eventually(() => processes.every(({ isReady }) => isReady()), 60_000);
    const state = makeState({ place });
    await state.start();
    const rows = () => state.read((database) => database.select().from(applied).orderBy(asc(applied.seq)));

    const random = randomFrom(SEED);
    const lags: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      const known = [...new Set((await rows()).map(({ version }) => version))];
      const decide = () => (random(5) < 2 ? { kind: 'reload', word: WORDS[random(WORDS.length)] } : { kind: 'rollback', version: known[random(known.length)] });
      // Now and then two decide at once.
      const deciding = random(8) === 0 ? [0, 1] : [0];
      const first = random(PROCESSES);
      await Promise.all(deciding.map((one) => processes[(first + one) % PROCESSES]?.order(decide())));
      const head = (await rows()).at(-1)?.version;
      lags.push(await eventually(() => processes.every(({ seen }) => seen.at(-1)?.version === head)));
    }

    const heads = (await rows()).map(({ version }) => version);
    const words = new Map<string, Set<string>>();
    for (const { seen, answers } of processes) {
      expect(answers()).toBeGreaterThan(TURNS);
      // What it answered by, in order, is what was in use, in order; it may have missed what was in use for a moment.
      let at = 0;
      for (const { version, word } of seen) {
        at = heads.indexOf(version, at);
        expect(at).toBeGreaterThanOrEqual(0);
        words.set(version, (words.get(version) ?? new Set()).add(word));
      }
    }
    expect(heads.length).toBeGreaterThan(TURNS / 2);
    expect([...words.values()].every((said) => said.size === 1)).toBe(true);
    expect(words.size).toBeGreaterThan(WORDS.length / 2);
    expect(Math.max(...lags)).toBeLessThan(1_000);
  });
});
