import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import type { Log } from '../../src/log.ts';
import type { DatabasePlace } from '../../src/state/open-database.ts';
import { State } from '../../src/state/state.ts';
import type { FreshDatabase } from './databases.ts';

export const SILENT: Log = pino({ level: 'silent' });

type Parts = { readonly place: DatabasePlace; readonly peopleKey?: string; readonly now?: () => Date; readonly log?: Log };

/** A state that is closed when the test is over; whoever wants it open waits for `start`. */
export function makeState({ place, peopleKey = 'key', now = () => new Date(), log = SILENT }: Parts): State {
  const state = new State({ place, peopleKey, log, now });
  onTestFinished(() => state.close(1_000));
  return state;
}

/** A state on a fresh database, open, for all tests of a suite; `end` is for when they are over. */
export async function openForSuite(
  fresh: () => Promise<FreshDatabase>,
  now: () => Date,
): Promise<{ readonly state: State; readonly end: () => Promise<void> }> {
  const { place, remove } = await fresh();
  const state = new State({ place, peopleKey: 'key', log: SILENT, now });
  await state.start();
  const end = async () => {
    await state.close(1_000);
    await remove();
  };
  return { state, end };
}
