import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { describeError, type Log } from '../log.ts';
import { checkKey } from './check-key.ts';
import type { Database, Transaction } from './database.ts';
import type { WriteRows } from './lane.ts';
import { type DatabasePlace, type OpenDatabase, openDatabase } from './open-database.ts';
import { type KeyedHash, keyedHash } from './people.ts';
import { codeOf, mayPass, StateError } from './state-error.ts';
import { Writer } from './writer.ts';

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 15_000;
const LONGEST_PROBE_MS = 1_000;

export type StateParts = {
  readonly place: DatabasePlace;
  /** Of the hashes that stand for people. */
  readonly peopleKey: string;
  readonly log: Log;
  readonly now: () => Date;
};

/** `problem` is for whoever looks after the bot; nothing that people wrote is in it. */
export type StateStatus =
  | { readonly kind: 'off' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly problem: string };

/** What the bot remembers. It opens by itself, and again when it is lost; until then reading rejects, and what is written waits. */
export class State {
  readonly hash: KeyedHash;
  readonly now: () => Date;
  readonly #parts: StateParts;
  readonly #writer: Writer;
  readonly #stopping = new AbortController();
  readonly #openListeners: (() => void)[] = [];
  #open: OpenDatabase | null = null;
  #opening: Promise<void> | null = null;
  #problem: string | null = null;
  #dropped = 0;

  constructor(parts: StateParts) {
    this.#parts = parts;
    this.hash = keyedHash(parts.peopleKey);
    this.now = parts.now;
    this.#writer = new Writer({
      database: () => this.#open?.database ?? null,
      onWritten: () => this.#succeed(),
      onFailed: (error) => this.#fail(error),
      onRefused: (lane, error) => parts.log.error({ lane, error: describeError(error) }, 'a row was refused by the database'),
      onDropped: () => {
        this.#dropped += 1;
      },
    });
  }

  get status(): StateStatus {
    if (this.#problem !== null) return { kind: 'failed', problem: this.#problem };
    return { kind: this.#open === null ? 'opening' : 'ready' };
  }

  /** How many rows wait to be written. */
  get waiting(): number {
    return this.#writer.waiting;
  }

  /** How many rows were given up. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Of a server that several processes may share; null for a database of this process alone, and while there is none. */
  get url(): string | null {
    return this.#open?.url ?? null;
  }

  /** Begins to open the database. Resolves when it is open for the first time. */
  start(): Promise<void> {
    this.#opening ??= this.#keepOpening();
    return this.#opening;
  }

  /** Calls back each time that the database has become usable. */
  onOpen(listener: () => void): void {
    this.#openListeners.push(listener);
    if (this.#open !== null) listener();
  }

  /** @returns hands over a row to be written soon, see `Writer` */
  lane<Row>(name: string, write: WriteRows<Row>, gatherMs?: number): (row: Row) => Promise<void> {
    return this.#writer.lane(name, write, gatherMs);
  }

  /**
   * Asks the database something now.
   * @throws StateError where there is none, or it does not answer
   */
  async read<Result>(query: (database: Database) => Promise<Result>): Promise<Result> {
    const database = this.#open?.database;
    if (database === undefined) throw new StateError('NO_STATE', this.#problem ?? 'Nothing is remembered yet: the database is being opened');
    try {
      const result = await query(database);
      this.#succeed();
      return result;
    } catch (error) {
      if (error instanceof StateError || !mayPass(error)) throw error;
      this.#fail(error);
      throw new StateError('NO_STATE', this.#problem ?? 'The database does not answer', { cause: error });
    }
  }

  /** Changes something now, as a whole or not at all. */
  change<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    return this.read((database) => database.transaction(work));
  }

  /** Writes what waits, as far as it can within that, and lets go of the database. */
  async close(withinMs: number): Promise<void> {
    await this.#writer.close(withinMs);
    this.#stopping.abort();
    await this.#opening?.catch(() => {});
    await this.#open?.close();
    this.#open = null;
  }

  /** Until it is open. What is wrong is logged once, not each time. */
  async #keepOpening(): Promise<void> {
    const { signal } = this.#stopping;
    for (let wait = FIRST_RETRY_MS; !signal.aborted; wait = Math.min(wait * 2, LONGEST_RETRY_MS)) {
      try {
        await this.#tryToOpen();
        return;
      } catch (error) {
        this.#tell(error);
        await delay(wait, undefined, { signal }).catch(() => {});
      }
    }
  }

  async #tryToOpen(): Promise<void> {
    const open = await openDatabase(this.#parts.place, () => this.#reopen());
    try {
      await checkKey(open.database, this.hash);
    } catch (error) {
      await open.close();
      throw error;
    }
    if (this.#stopping.signal.aborted) return open.close();
    this.#open = open;
    this.#problem = null;
    this.#parts.log.info({}, 'what is remembered is open');
    for (const listener of this.#openListeners) listener();
  }

  /** A database in a folder has ended, or the folder is no longer ours. */
  #reopen(): void {
    const lost = this.#open;
    if (lost === null || this.#stopping.signal.aborted) return;
    this.#open = null;
    this.#tell(new StateError('STATE_ENDED', 'Nothing is remembered for now: the database in the folder ended by itself, and is opened again'));
    this.#opening = Promise.resolve(lost?.close()).then(() => this.#keepOpening());
  }

  /** A server is asked again and again until it answers; PGlite, which nothing stands between, is begun anew. */
  #fail(error: unknown): void {
    if ('folder' in this.#parts.place) {
      this.#reopen();
      return;
    }
    const first = this.#problem === null;
    this.#tell(error);
    if (first) void this.#probe();
  }

  async #probe(): Promise<void> {
    const { signal } = this.#stopping;
    for (let wait = FIRST_RETRY_MS; !signal.aborted && this.#problem !== null; wait = Math.min(wait * 2, LONGEST_PROBE_MS)) {
      await delay(wait, undefined, { signal, ref: false }).catch(() => {});
      const answered = await this.#open?.database.execute(sql`select 1`).then(
        () => true,
        () => false,
      );
      if (answered) this.#succeed();
    }
  }

  #succeed(): void {
    if (this.#problem === null) return;
    this.#problem = null;
    this.#parts.log.info({}, 'what is remembered can be reached again');
    for (const listener of this.#openListeners) listener();
  }

  #tell(error: unknown): void {
    const problem = error instanceof StateError ? error.message : `The database does not answer (${codeOf(error) ?? 'no reason given'})`;
    if (problem !== this.#problem) this.#parts.log.error({ error: describeError(error), problem }, 'nothing can be remembered for now');
    this.#problem = problem;
  }
}
