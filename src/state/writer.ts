import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { type Batch, Lane, type WriteRows } from './lane.ts';
import { mayPass, StateError } from './state-error.ts';

/** What comes within that goes out together, where somebody waits for it. */
const GATHER_MS = 25;
const MOST_TOGETHER = 500;
/** Some minutes of questions without a database. */
const MOST_WAITING = 100_000;
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 2_000;

export type WriterParts = {
  /** Null while there is none. */
  readonly database: () => Database | null;
  readonly onWritten: () => void;
  /** The database took nothing; it is tried again. */
  readonly onFailed: (error: unknown) => void;
  /** A row that the database does not take, however often it is tried. */
  readonly onRefused: (lane: string, error: unknown) => void;
  readonly onDropped: (lane: string) => void;
};

/**
 * Writes what is handed to it, many rows in one transaction, lane by lane; nobody waits for it who does not want to. While the database
 * takes nothing, it keeps what comes, and tries again.
 */
export class Writer {
  readonly #parts: WriterParts;
  readonly #lanes: Pick<Lane<unknown>, 'size' | 'take'>[] = [];
  #held: Batch[] = [];
  #open = true;
  #running: Promise<void> | null = null;
  /** When what waits has to go out at the latest. */
  #due = Number.POSITIVE_INFINITY;
  #sleep = new AbortController();

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  /** How many rows wait. */
  get waiting(): number {
    return this.#lanes.reduce((sum, { size }) => sum + size, 0) + this.#held.reduce((sum, { size }) => sum + size, 0);
  }

  /**
   * @param gatherMs how long a row may wait for others, since few large transactions cost less than many small ones
   * @returns hands over a row; resolves when it is written, rejects where the database refuses it or too many wait
   */
  lane<Row>(name: string, write: WriteRows<Row>, gatherMs = GATHER_MS): (row: Row) => Promise<void> {
    const lane = new Lane<Row>(name, write);
    this.#lanes.push(lane);
    return (row) => {
      if (!this.#open || this.waiting >= MOST_WAITING) {
        this.#parts.onDropped(name);
        return Promise.reject(new StateError('STATE_FULL', 'Too much waits to be remembered; nothing more is taken until the database takes it'));
      }
      const written = lane.put(row);
      this.#hurry(lane.size >= MOST_TOGETHER ? 0 : performance.now() + gatherMs);
      this.#running ??= this.#run();
      return written;
    };
  }

  /** Writes what waits, as far as it can within that; takes nothing more. */
  async close(withinMs: number): Promise<void> {
    this.#hurry(0);
    await Promise.race([this.#running, delay(withinMs, undefined, { ref: false })]);
    this.#open = false;
  }

  async #run(): Promise<void> {
    for (let wait = FIRST_RETRY_MS; this.#open && this.waiting > 0; ) {
      if (this.#held.length === 0) await this.#gather();
      if (await this.#writeHeld()) {
        wait = FIRST_RETRY_MS;
        continue;
      }
      await delay(wait);
      wait = Math.min(wait * 2, LONGEST_RETRY_MS);
    }
    this.#running = null;
  }

  #hurry(due: number): void {
    if (due >= this.#due) return;
    this.#due = due;
    this.#sleep.abort();
  }

  async #gather(): Promise<void> {
    for (let wait = this.#due - performance.now(); wait > 0; wait = this.#due - performance.now()) {
      this.#sleep = new AbortController();
      await delay(wait, undefined, { signal: this.#sleep.signal }).catch(() => {});
    }
    this.#held = this.#lanes.filter(({ size }) => size > 0).map((lane) => lane.take(MOST_TOGETHER));
    this.#due = this.#lanes.some(({ size }) => size > 0) ? 0 : Number.POSITIVE_INFINITY;
  }

  /** @returns whether nothing is held any longer */
  async #writeHeld(): Promise<boolean> {
    const database = this.#parts.database();
    if (database === null) return false;
    try {
      await writeTogether(this.#held, database);
      this.#held = [];
      this.#parts.onWritten();
      return true;
    } catch (error) {
      return this.#give(error, database);
    }
  }

  /** Where one row is at fault, the others are written without it. */
  async #give(error: unknown, database: Database): Promise<boolean> {
    if (mayPass(error)) {
      this.#parts.onFailed(error);
      return false;
    }
    const [only, ...others] = this.#held.flatMap((batch) => batch.split());
    if (only !== undefined && others.length === 0) {
      this.#refuse(only, error);
      this.#held = [];
      return true;
    }
    this.#held = await this.#writeSingly(only === undefined ? [] : [only, ...others], database);
    return this.#held.length === 0;
  }

  /** @returns what the database could not take for now */
  async #writeSingly(batches: readonly Batch[], database: Database): Promise<Batch[]> {
    for (const [at, batch] of batches.entries()) {
      try {
        await writeTogether([batch], database);
      } catch (error) {
        if (mayPass(error)) return batches.slice(at);
        this.#refuse(batch, error);
      }
    }
    return [];
  }

  #refuse(batch: Batch, error: unknown): void {
    this.#parts.onRefused(batch.name, error);
    batch.fail(new StateError('STATE_REFUSED', `The database does not take this ${batch.name}`, { cause: error }));
  }
}

/** Processes that share a database count in the same rows, each in another order: two at once would wait for each other in a circle. */
const ONE_AFTER_ANOTHER = sql`select pg_advisory_xact_lock(731004)`;

async function writeTogether(batches: readonly Batch[], database: Database): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.execute(ONE_AFTER_ANOTHER);
    for (const batch of batches) await batch.write(transaction);
  });
  for (const batch of batches) batch.done();
}
