import type { BotAct } from './bot-act.ts';
import type { Message, View } from './message.ts';

/** What is in the workspace now. */
export type Book = {
  readonly put: (message: Message) => void;
  readonly remove: (channel: string, ts: string) => void;
  readonly find: (channel: string, ts: string) => Message | undefined;
  /** Oldest first, those for one person included. */
  readonly all: (channel: string) => readonly Message[];
  readonly everywhere: () => readonly Message[];
  readonly homes: Map<string, View>;
  /** Open modals, the newest last. */
  readonly modals: Map<string, View>;
  readonly acts: readonly BotAct[];
  readonly record: (act: Omit<BotAct, 'at'>) => void;
  /** @returns what ends the listening */
  readonly onAct: (listener: (act: BotAct) => void) => () => void;
};

export function makeBook(): Book {
  const messages = new Map<string, Map<string, Message>>();
  const acts: BotAct[] = [];
  const listeners = new Set<(act: BotAct) => void>();
  const all = (channel: string) => [...(messages.get(channel)?.values() ?? [])];
  return {
    acts,
    all,
    homes: new Map(),
    modals: new Map(),
    put: (message) => {
      messages.set(message.channel, (messages.get(message.channel) ?? new Map()).set(message.ts, message));
    },
    remove: (channel, ts) => {
      messages.get(channel)?.delete(ts);
    },
    find: (channel, ts) => messages.get(channel)?.get(ts),
    everywhere: () => [...messages.keys()].flatMap(all),
    record: (act) => {
      const done = { ...act, at: performance.now() };
      acts.push(done);
      for (const listener of listeners) listener(done);
    },
    onAct: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
