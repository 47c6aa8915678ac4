import { randomUUID } from 'node:crypto';
import { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { describeError, type Log } from '../log.ts';
import type { Transaction } from './database.ts';
import type { State } from './state.ts';

const CHANNEL = 'ai_layoffs_bot';
const POLL_MS = 500;
/** A connection that says nothing for so long is dead, whatever the network believes. */
const PING_MS = 1_000;
const SILENT_MS = 3_000;
const RECONNECT_MS = 1_000;

/** What processes tell each other of. */
type Topic = 'applied' | 'prepared' | 'cancelled' | 'ready' | 'replicas' | 'settings' | 'forgotten';

/** @param payload null: something may have been missed, or may be unheard of for a while; look for yourself, cheaply */
type Listener = (payload: string | null) => void;

export type Notices = {
  /** Tells the other processes as soon as the transaction is committed; whoever changes something knows of it already. At most 7,000 bytes. */
  readonly publish: (transaction: Pick<Transaction, 'execute'>, topic: Topic, payload: string) => Promise<void>;
  /**
   * Hears of what other processes tell. While they cannot be heard, the listener is called twice a second with null, and once more when
   * they can be heard again.
   */
  readonly on: (topic: Topic, listener: Listener) => void;
  /** Whether other processes can be heard at the moment. */
  readonly hears: () => boolean;
  readonly close: () => Promise<void>;
};

/** Where the database is this process's alone, nobody is told and nobody heard. */
export function openNotices(state: State, log: Log): Notices {
  const own = randomUUID();
  const listeners: { readonly topic: Topic; readonly listener: Listener }[] = [];
  const stopping = new AbortController();
  let listening: Promise<void> | null = null;
  let heard = false;

  const look = () => {
    for (const { listener } of listeners) listener(null);
  };
  const hear = (message: string) => {
    const [, from, topic, payload = ''] = /^(\S+) (\S+) (.*)$/su.exec(message) ?? [];
    if (from === own) return;
    for (const one of listeners) if (one.topic === topic) one.listener(payload);
  };
  const onState = (now: boolean) => {
    if (heard !== now) log[now ? 'info' : 'warn']({}, now ? 'other processes can be heard' : 'other processes cannot be heard: asking the database instead');
    heard = now;
    if (now) look();
  };
  const timer = setInterval(() => {
    if (!heard && state.url !== null && state.status.kind === 'ready') look();
  }, POLL_MS).unref();
  state.onOpen(() => {
    if (state.url !== null) listening ??= keepListening(state.url, { hear, onState, signal: stopping.signal, log });
  });
  return {
    publish: async (transaction, topic, payload) => {
      if (state.url !== null) await transaction.execute(sql`select pg_notify(${CHANNEL}, ${`${own} ${topic} ${payload}`})`);
    },
    on: (topic, listener) => {
      listeners.push({ topic, listener });
    },
    hears: () => heard,
    close: async () => {
      clearInterval(timer);
      stopping.abort();
      await listening;
    },
  };
}

type Ear = {
  readonly hear: (message: string) => void;
  /** Whether everything is heard from here on. */
  readonly onState: (heard: boolean) => void;
  readonly signal: AbortSignal;
  readonly log: Log;
};

async function keepListening(url: string, ear: Ear): Promise<void> {
  while (!ear.signal.aborted) {
    await listen(url, ear).catch((error: unknown) => ear.log.debug({ error: describeError(error) }, 'the connection that hears other processes is lost'));
    if (ear.signal.aborted) return;
    ear.onState(false);
    await delay(RECONNECT_MS, undefined, { signal: ear.signal, ref: false }).catch(() => {});
  }
}

/** Ends when the connection does. */
async function listen(url: string, { hear, onState, signal }: Ear): Promise<void> {
  const socket = new Socket();
  const client = new pg.Client({
    connectionString: url,
    // A dead connection is closed without waiting for its other end.
    stream: () => socket,
    connectionTimeoutMillis: SILENT_MS,
    query_timeout: SILENT_MS,
    application_name: 'ai-layoffs-bot notices',
  });
  const ended = new Promise<void>((resolve) => client.once('end', resolve).on('error', () => resolve()));
  client.on('notification', ({ payload = '' }) => hear(payload));
  try {
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    onState(true);
    while (!signal.aborted) {
      const still = delay(PING_MS, true, { signal, ref: false }).catch(() => false);
      if (!(await Promise.race([still, ended.then(() => false)]))) return;
      await client.query('');
    }
  } finally {
    socket.destroy();
    client.end().catch(() => {});
  }
}
