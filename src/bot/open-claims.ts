import { sql } from 'drizzle-orm';
import type { Replicas } from '../state/replicas.ts';
import { deliveries } from '../state/schema.ts';
import type { State } from '../state/state.ts';
import type { Claims } from './claims.ts';

/** Nobody waits longer for an answer because of it: rather two answers than none. */
const CLAIM_WITHIN_MS = 250;

type Waiting = { readonly key: string; readonly resolve: (mine: boolean) => void };

/** Whoever writes a delivery down first answers it. While a process is alone, all of them are its own, and nothing is written. */
export function openClaims(state: State, replicas: Replicas): Claims {
  let waiting: Waiting[] = [];
  const write = async () => {
    const batch = waiting;
    waiting = [];
    const mine = await insert(batch, state, replicas.id);
    for (const { key, resolve } of batch) resolve(mine.has(key));
  };
  const writeOrServe = () => {
    const batch = waiting;
    write().catch(() => {
      for (const { resolve } of batch) resolve(true);
    });
  };
  return {
    claim: (key) => {
      if (state.url === null || state.status.kind !== 'ready' || replicas.others().length === 0) return Promise.resolve(true);
      return new Promise((resolve) => {
        waiting.push({ key, resolve });
        setTimeout(resolve, CLAIM_WITHIN_MS, true).unref();
        if (waiting.length === 1) setImmediate(writeOrServe);
      });
    },
  };
}

/** In the order of their keys: two processes that write the same ones must not wait for each other. */
async function insert(batch: readonly Waiting[], state: State, by: string): Promise<Set<string>> {
  const keys = [...new Set(batch.map(({ key }) => key))].sort();
  const rows = keys.map((key) => ({ key, at: sql`now()`, by }));
  const kept = await state.read((database) => database.insert(deliveries).values(rows).onConflictDoNothing().returning({ key: deliveries.key }));
  return new Set(kept.map(({ key }) => key));
}
