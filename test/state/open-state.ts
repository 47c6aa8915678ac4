import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import type { Log } from '../../src/log.ts';
import type { DatabasePlace } from '../../src/state/open-database.ts';
import { State } from '../../src/state/state.ts';

export const SILENT: Log = pino({ level: 'silent' });

type Parts = { readonly place: DatabasePlace; readonly peopleKey?: string; readonly now?: () => Date; readonly log?: Log };

/** A state that is closed when the test is over; whoever wants it open waits for `start`. */
export function makeState({ place, peopleKey = 'key', now = () => new Date(), log = SILENT }: Parts): State {
  const state = new State({ place, peopleKey, log, now });
  onTestFinished(() => state.close(1_000));
  return state;
}
