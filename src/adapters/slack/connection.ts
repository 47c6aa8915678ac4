import type { App } from '@slack/bolt';

/** A way for events to reach the bot. */
export type Connection = {
  readonly app: App;
  /** One attempt; rejects where it fails. */
  readonly open: () => Promise<void>;
  readonly isOpen: () => boolean;
  readonly close: () => Promise<void>;
  /** Calls back each time that an open connection is lost. */
  readonly onLost: (listener: () => void) => void;
};
