import type { Messenger } from '../bot/messenger.ts';

/** A connection to one platform, as the rest of the program sees it. */
export type Platform = {
  readonly name: 'slack' | 'discord';
  /**
   * Resolves at the first connection. What may pass (no network, a server that is down) is tried again, later and later; it rejects with
   * an `AppError` where trying again cannot help (a wrong token).
   */
  readonly ready: Promise<void>;
  readonly connected: () => boolean;
  /** Takes nothing new and closes the connection; what is under way can still be answered until then. */
  readonly stop: () => Promise<void>;
  /** Usable once `ready` has resolved; before, it rejects. */
  readonly messenger: Messenger;
  /** How often a lost connection was opened anew. */
  readonly reconnects: () => number;
};
