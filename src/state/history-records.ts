import type { HistoryEntry } from './applied-version.ts';

export type HistoryRecords = {
  /** Which versions of the data were in use; the latest first. */
  readonly list: (most: number) => Promise<readonly HistoryEntry[]>;
  /** How many processes share the database, as far as is known. */
  readonly processes: () => number;
};
