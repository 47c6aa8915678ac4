import type { ForkedBot } from './fork-bot.ts';
import type { PlannedEvent } from './plan-event.ts';
import type { Tally } from './tally.ts';

/** A local server with our bot on it, on which things go wrong. */
export type SoakField = {
  readonly bot: ForkedBot;
  readonly tally: Tally;
  /** Sends the event, twice where that is planned. Ends when it is sent; where the platform sends none without a connection, when there is one. */
  readonly send: (event: PlannedEvent, question: string) => Promise<void>;
  /** Breaks the connection without a word. */
  readonly drop: () => Promise<void>;
  /** Events sent whose answer is to come. */
  readonly underWay: () => number;
  readonly met: () => { readonly rateLimits: number; readonly connections: number };
  /** What the platform would have refused, and pings. */
  readonly problems: () => readonly string[];
  readonly stop: () => Promise<void>;
};
