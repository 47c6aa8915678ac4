import type { ForkedBot } from './fork-bot.ts';

/** A local server with one bot on it. */
export type Arena = {
  readonly bot: ForkedBot;
  /** Opens as many connections as questions will be under way, where the platform would keep them open. */
  readonly prepare: (connections: number) => Promise<void>;
  /** Somebody asks with the slash command. @param person their number @returns milliseconds from the event to the first response */
  readonly ask: (question: string, person: number) => Promise<number>;
  /** What the platform would have refused, and questions that got no answer. */
  readonly problems: () => readonly string[];
  readonly stop: () => Promise<void>;
};
