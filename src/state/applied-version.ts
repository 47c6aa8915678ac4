/** How a version came into use. */
type How = 'start' | 'reload' | 'rollback';

/** Which version is in use in all processes; higher numbers are newer. */
export type Head = { readonly seq: number; readonly version: string };

/** That a version came into use. */
export type AppliedVersion = {
  readonly version: string;
  readonly from: string | null;
  readonly how: How;
  readonly at: Date;
  /** Keyed hash of a person; `signal`, `change of files` or null where it was none. */
  readonly person: string | null;
  /** What the data folder of that process held at that moment; null where it could not be loaded. */
  readonly filesVersion: string | null;
};

/** One that can be loaded again. */
export type KeptVersion = {
  readonly version: string;
  /** As they were read. */
  readonly files: Buffer;
  readonly documents: number;
  readonly facts: number;
  readonly gaps: number;
};

/** An entry of the history, as it is shown. */
export type HistoryEntry = AppliedVersion & {
  /** Null where its files are not kept, so that nobody can go back to it. */
  readonly counts: Pick<KeptVersion, 'documents' | 'facts' | 'gaps'> | null;
};
