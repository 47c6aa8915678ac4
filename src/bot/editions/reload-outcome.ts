import type { FactBaseDiff } from '../../facts/diff-fact-bases.ts';

/** A failed reload, or one that came too late, leaves everything as it was. */
export type ReloadOutcome =
  | {
      readonly ok: true;
      readonly diff: FactBaseDiff;
      /** False where it waits for somebody to apply it, or came too late. */
      readonly applied: boolean;
      /** The version that came into use while this one was being decided on, so that it was not applied; otherwise null. */
      readonly meanwhile: string | null;
    }
  | {
      readonly ok: false;
      /** Each with its place, and what to do. */
      readonly problems: readonly string[];
      /** The version that goes on answering. */
      readonly version: string;
    };
