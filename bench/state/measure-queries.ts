import type { Records } from '../../src/state/records.ts';
import { quantile } from '../adapters/quantile.ts';

/** What a command asks of the database, in all. */
const COMMANDS: Readonly<Record<string, (records: Records) => Promise<unknown>>> = {
  gaps: (records) => records.gaps.page('open', 0, 10),
  'gaps, tenth page': (records) => records.gaps.page('open', 9, 10),
  'gaps as CSV': (records) => records.gaps.csv('open', 1_000),
  feedback: (records) =>
    Promise.all([records.feedback.newest(false, 10), records.feedback.newest(true, 10), records.feedback.worst(10), records.feedback.lately()]),
  'stats of 7 days': (records) => records.stats.of(7),
  'stats of all days': (records) => records.stats.of(null),
};

export type QueryTimes = { readonly command: string; readonly p50: number; readonly p99: number; readonly most: number };

/** In turns, so that nothing stays in a cache that would not otherwise. */
export async function measureQueries(records: Records, times: number): Promise<QueryTimes[]> {
  const taken = new Map(Object.keys(COMMANDS).map((command) => [command, [] as number[]]));
  for (let turn = 0; turn < times; turn++) {
    for (const [command, ask] of Object.entries(COMMANDS)) {
      const began = performance.now();
      await ask(records);
      taken.get(command)?.push(performance.now() - began);
    }
  }
  return [...taken].map(([command, ms]) => ({ command, p50: quantile(ms, 0.5), p99: quantile(ms, 0.99), most: Math.max(...ms) }));
}
