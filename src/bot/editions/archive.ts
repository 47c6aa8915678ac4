import type { LoadedKnowledge } from '../knowledge.ts';
import type { Edition } from './edition.ts';

/** Who decides on a version. */
export type Decider = {
  /** For the log. */
  readonly id: string;
  /** Keyed hash, as it is kept; `signal` and the like where it is nobody. */
  readonly person: string;
};

/** A version that is about to come into use. */
export type Change = {
  readonly edition: Edition;
  /** The one that was in use when that was decided. */
  readonly from: string;
  readonly how: 'reload' | 'rollback';
  readonly by: Decider;
};

export type Decided =
  | { readonly kind: 'applied' }
  /** Another one came into use meanwhile. */
  | { readonly kind: 'moved'; readonly to: string };

/** Where versions are kept beyond this process, and agreed upon between several. */
export type Archive = {
  /** Brings it into use everywhere; here by `show`, at once. Never rejects: where nobody can be asked, it comes into use here. */
  readonly decide: (change: Change) => Promise<Decided>;
  /** Lets the other processes load it before somebody applies it there or here. Never rejects. */
  readonly announce: (edition: Edition, from: string) => Promise<void>;
  /** Ends when the other processes have it, or have not had it for too long. Never rejects. */
  readonly spread: (edition: Edition, from: string) => Promise<void>;
  /** It waits for nobody any longer. */
  readonly cancel: (version: string) => void;
  /**
   * Loads one that was kept; null where none of that name was.
   * @throws StateError where nobody can be asked
   */
  readonly load: (version: string) => Promise<LoadedKnowledge | null>;
};
