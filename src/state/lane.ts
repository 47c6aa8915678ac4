import type { Transaction } from './database.ts';

/**
 * Writes rows of one kind. It may be called again with the same rows, after a connection broke before the database could say that it has
 * them: what is there already must change nothing.
 */
export type WriteRows<Row> = (transaction: Transaction, rows: readonly Row[]) => Promise<void>;

/** Rows that are written together, or not at all. */
export type Batch = {
  readonly name: string;
  readonly size: number;
  readonly write: (transaction: Transaction) => Promise<void>;
  readonly done: () => void;
  readonly fail: (error: unknown) => void;
  /** Each row by itself. */
  readonly split: () => readonly Batch[];
};

type Waiting<Row> = { readonly row: Row; readonly done: () => void; readonly fail: (error: unknown) => void };

/** What waits to be written of one kind, in the order of its coming. */
export class Lane<Row> {
  readonly name: string;
  readonly #write: WriteRows<Row>;
  #waiting: Waiting<Row>[] = [];

  constructor(name: string, write: WriteRows<Row>) {
    this.name = name;
    this.#write = write;
  }

  get size(): number {
    return this.#waiting.length;
  }

  /** Resolves when it is written. */
  put(row: Row): Promise<void> {
    return new Promise((done, fail) => this.#waiting.push({ row, done, fail }));
  }

  take(most: number): Batch {
    const taken = this.#waiting.slice(0, most);
    this.#waiting = this.#waiting.slice(most);
    return this.#batchOf(taken);
  }

  #batchOf(taken: readonly Waiting<Row>[]): Batch {
    return {
      name: this.name,
      size: taken.length,
      write: (transaction) =>
        this.#write(
          transaction,
          taken.map(({ row }) => row),
        ),
      done: () => {
        for (const { done } of taken) done();
      },
      fail: (error) => {
        for (const { fail } of taken) fail(error);
      },
      split: () => taken.map((one) => this.#batchOf([one])),
    };
  }
}
