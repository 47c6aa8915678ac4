import type { FactBaseDiff } from '../facts/diff-fact-bases.ts';

/** A failed reload leaves everything as it was. */
export type ReloadOutcome =
  | {
      readonly ok: true;
      readonly diff: FactBaseDiff;
      /** False where it waits for somebody to apply it. */
      readonly applied: boolean;
    }
  | {
      readonly ok: false;
      /** Each with its place, and what to do. */
      readonly problems: readonly string[];
      /** The version that goes on answering. */
      readonly version: string;
    };
