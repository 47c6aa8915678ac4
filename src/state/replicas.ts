import { randomUUID } from 'node:crypto';
import { lt, sql } from 'drizzle-orm';
import { describeError, type Log } from '../log.ts';
import type { Notices } from './notices.ts';
import { deliveries, replicas } from './schema.ts';
import type { State } from './state.ts';

const BEAT_MS = 2_000;
/** Whoever has missed three of them is taken for gone. */
const ALIVE = sql`interval '7 seconds'`;
const GONE = sql`interval '1 minute'`;
/** Platforms deliver again for up to an hour. */
const DELIVERED = sql`interval '2 hours'`;
const BEATS_BETWEEN_CLEANING = 150;

/** The processes that share one database. */
export type Replicas = {
  readonly id: string;
  /** The other ones that are alive, as far as is known. */
  readonly others: () => readonly string[];
  /** Calls back after each time that the others were counted, which is every two seconds. */
  readonly onBeat: (listener: () => void) => void;
  /** From here on the others know of this one. */
  readonly start: () => void;
  readonly close: () => Promise<void>;
};

/** Shows others that this process is alive, and knows which of them are. Alone in its database, it writes nothing. */
export function openReplicas(state: State, notices: Notices, log: Log): Replicas {
  const id = randomUUID();
  const listeners: (() => void)[] = [];
  let others: readonly string[] = [];
  let beating: Promise<void> | null = null;
  let beats = 0;

  const beat = async () => {
    others = await countOthers(state, notices, id, beats === 0);
    if (beats++ % BEATS_BETWEEN_CLEANING === 0) {
      await state.read((database) => database.delete(deliveries).where(lt(deliveries.at, sql`now() - ${DELIVERED}`)));
    }
    for (const listener of listeners) listener();
  };
  const tryToBeat = () => {
    if (state.url === null || state.status.kind !== 'ready') return;
    beating ??= beat()
      .catch((error: unknown) => log.debug({ error: describeError(error) }, 'other processes could not be counted'))
      .finally(() => {
        beating = null;
      });
  };
  let timer: NodeJS.Timeout | undefined;
  return {
    id,
    others: () => others,
    onBeat: (listener) => {
      listeners.push(listener);
    },
    start: () => {
      timer = setInterval(tryToBeat, BEAT_MS).unref();
      state.onOpen(tryToBeat);
      notices.on('replicas', (payload) => {
        if (payload !== null) tryToBeat();
      });
    },
    close: async () => {
      clearInterval(timer);
      await beating;
      if (beats > 0) await leave(state, notices, id).catch(() => {});
    },
  };
}

/** The clock is the database's: those of several machines differ. */
async function countOthers(state: State, notices: Notices, id: string, first: boolean): Promise<string[]> {
  return state.change(async (transaction) => {
    await transaction
      .insert(replicas)
      .values({ id, startedAt: sql`now()`, seenAt: sql`now()` })
      .onConflictDoUpdate({ target: replicas.id, set: { seenAt: sql`now()` } });
    if (first) await transaction.delete(replicas).where(lt(replicas.seenAt, sql`now() - ${GONE}`));
    const alive = await transaction.select({ id: replicas.id }).from(replicas).where(sql`${replicas.seenAt} > now() - ${ALIVE}`);
    if (first) await notices.publish(transaction, 'replicas', id);
    return alive.map((one) => one.id).filter((one) => one !== id);
  });
}

function leave(state: State, notices: Notices, id: string): Promise<void> {
  return state.change(async (transaction) => {
    await transaction.delete(replicas).where(sql`${replicas.id} = ${id}`);
    await notices.publish(transaction, 'replicas', id);
  });
}
