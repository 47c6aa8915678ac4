import { setTimeout as delay } from 'node:timers/promises';
import { describeError, type Log } from '../log.ts';
import { forgetPerson, releaseTaken } from './forget-person.ts';
import type { Notices } from './notices.ts';
import type { Forgotten, Leaver, PrivacyRecords } from './privacy.ts';
import { forgotten as table } from './schema.ts';
import type { State } from './state.ts';

const SWEEP_MS = 60_000;
/** What waits to be written is waited for so long; what comes later is swept up. */
const SETTLE_MS = 1_000;

/** @param person keyed hash */
type ForgetListener = (person: string) => void;

export type PrivacyParts = {
  readonly state: State;
  readonly log: Log;
  readonly notices: Pick<Notices, 'publish' | 'on'>;
  readonly retentionDays: number;
};

export type Privacy = PrivacyRecords & {
  /** Hears of everybody who asked to be forgotten, in this process or another. */
  readonly onForget: (listener: ForgetListener) => void;
  /** Deletes what has arrived of people who had asked to be forgotten before: by itself once a minute. */
  readonly sweep: () => Promise<void>;
};

export function openPrivacy({ state, log, notices, retentionDays }: PrivacyParts): Privacy {
  const listeners: ForgetListener[] = [];
  const heard = new Set<string>();
  const settle = state.lane('wait before forgetting', () => Promise.resolve());
  const tell = (person: string) => {
    for (const listener of listeners) listener(person);
  };
  /** Each of them once, by whatever way it is heard of. */
  const hear = async () => {
    const rows = await state.read((database) => database.select().from(table));
    const fresh = rows.filter((row) => !heard.has(keyOf(row)));
    heard.clear();
    for (const row of rows) heard.add(keyOf(row));
    for (const { person } of fresh) tell(person);
    return rows;
  };
  const sweep = async () => {
    for (const { person, at } of await hear()) await state.change((transaction) => forgetPerson(transaction, person, at));
  };
  const quietly = (work: Promise<unknown>) => {
    work.catch((error: unknown) => log.debug({ error: describeError(error) }, 'not swept up for now'));
  };
  notices.on('forgotten', (person) => (person === null ? quietly(hear()) : tell(person)));
  setInterval(() => quietly(sweep()), SWEEP_MS).unref();
  state.onOpen(() => quietly(sweep()));
  return {
    retentionDays: () => retentionDays,
    onForget: (listener) => {
      listeners.push(listener);
    },
    sweep,
    forget: async (leaver) => {
      await Promise.race([settle(null).catch(() => {}), delay(SETTLE_MS, undefined, { ref: false })]);
      const done = await forgetNow(leaver, state, notices);
      tell(leaver.person);
      return done;
    },
  };
}

/** All of it or nothing, and everybody is told. */
function forgetNow(leaver: Leaver, state: State, notices: Pick<Notices, 'publish'>): Promise<Forgotten> {
  const { person } = leaver;
  const at = state.now();
  return state.change(async (transaction) => {
    await transaction.insert(table).values({ person, at }).onConflictDoUpdate({ target: table.person, set: { at } });
    const done = await forgetPerson(transaction, person, at);
    const taken = await releaseTaken(transaction, leaver);
    await notices.publish(transaction, 'forgotten', person);
    return { ...done, taken };
  });
}

function keyOf({ person, at }: typeof table.$inferSelect): string {
  return `${person} ${at.getTime()}`;
}
