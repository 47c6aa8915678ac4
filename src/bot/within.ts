import { setTimeout as delay } from 'node:timers/promises';

/** Whether something is done within that; it goes on otherwise. Rejects where it fails within that. */
export async function isDoneWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  const done = work.then(() => true);
  // It may fail when nobody waits any longer.
  done.catch(() => {});
  return Promise.race([done, delay(ms, false, { ref: false })]);
}
