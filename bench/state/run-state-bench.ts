import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { openLog } from '../../src/log.ts';
import { startMemory } from '../../src/start-memory.ts';
import { startServer } from '../../test/state/databases.ts';
import { quantile } from '../adapters/quantile.ts';
import { fill } from './fill.ts';
import { measureQueries, type QueryTimes } from './measure-queries.ts';
import { measureStart, type StartTimes } from './measure-start.ts';
import { measureThroughput, type Throughput } from './measure-throughput.ts';

export type StatePlan = { readonly rows: number; readonly seconds: number; readonly rounds: number; readonly starts: number; readonly queries: number };

export type StateOutcome = {
  readonly throughput: readonly Throughput[];
  readonly starts: readonly { readonly rows: number; readonly times: StartTimes }[];
  readonly queries: readonly { readonly database: string; readonly times: readonly QueryTimes[] }[];
};

const NO_FILE = '/nowhere/.env';
const KEY = 'of no importance, since nobody is real here';

/** What remembering costs: answers a second, the start, and what admins ask of many rows. */
export async function runStateBench(plan: StatePlan, tell: (progress: string) => void): Promise<StateOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'layoffs-bench-'));
  const [server, filledServer] = await Promise.all([startServer(), startServer()]);
  try {
    const memories = [
      ['nothing', null],
      ['PGlite', join(folder, 'throughput')],
      ['a server', `${server.url}/postgres`],
    ] as const;
    const throughput = await measureThroughput({ memories, concurrency: 20, seconds: plan.seconds, rounds: plan.rounds }, tell);
    const empty = await medianStart(plan.starts, (number) => join(folder, `empty-${number}`), tell);
    const full = join(folder, 'full');
    const queries = [
      { database: 'PGlite', times: await fillAndAsk({ STATE_FOLDER: full }, plan, tell) },
      { database: 'a server', times: await fillAndAsk({ DATABASE_URL: `${filledServer.url}/postgres`, PEOPLE_KEY: KEY }, plan, tell) },
    ];
    const filled = await medianStart(plan.starts, () => full, tell);
    return {
      throughput,
      queries,
      starts: [
        { rows: 0, times: empty },
        { rows: plan.rows, times: filled },
      ],
    };
  } finally {
    await Promise.all([server.remove(), filledServer.remove()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function medianStart(starts: number, folderOf: (number: number) => string, tell: (progress: string) => void): Promise<StartTimes> {
  const times: StartTimes[] = [];
  for (let number = 0; number < starts; number++) {
    tell(`start ${number + 1} of ${starts}`);
    times.push(await measureStart(folderOf(number)));
  }
  const median = (key: keyof StartTimes) =>
    quantile(
      times.map((one) => one[key]),
      0.5,
    );
  return { answers: median('answers'), remembers: median('remembers') };
}

async function fillAndAsk(place: Record<string, string>, { rows, queries }: StatePlan, tell: (progress: string) => void): Promise<QueryTimes[]> {
  const memory = startMemory(readConfig(place, NO_FILE), openLog('error'));
  try {
    await memory.state.start();
    await fill(memory.state, rows, tell);
    tell('asking');
    return await measureQueries(memory.records, queries);
  } finally {
    await memory.close();
  }
}
