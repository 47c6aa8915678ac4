/** Keeps secrets that were sealed before they got there. */
export type SealedStore = {
  readonly read: (key: string) => Promise<string | null>;
  /** In place of what was there. */
  readonly write: (key: string, sealed: string) => Promise<void>;
  /** Does nothing where there is none. */
  readonly remove: (key: string) => Promise<void>;
};
