import type { Platform } from './adapters/platform.ts';
import type { Answered } from './bot/answered.ts';
import type { Bot } from './bot/bot.ts';
import type { Messenger } from './bot/messenger.ts';
import { openAnswerBook } from './bot/open-answer-book.ts';
import { plainSettings } from './bot/place-settings.ts';
import type { ReceptionParts } from './bot/reception.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { openRecords } from './state/open-records.ts';
import { keyOfFolder } from './state/people-key.ts';
import type { Records } from './state/records.ts';
import { State } from './state/state.ts';

/** What is under way when the process ends may take that long to be written. */
const CLOSING_MS = 5_000;

/** Everything that outlives an answer, put together. */
export type Memory = {
  readonly state: State;
  readonly records: Records;
  /** What a reception needs of it. */
  readonly serve: (bot: Bot) => Pick<ReceptionParts, 'book' | 'desks' | 'settings' | 'claims' | 'hash'>;
  /** From here on it may write to people by itself. */
  readonly connect: (platforms: readonly Platform[]) => void;
  readonly close: () => Promise<void>;
};

/** Begins to open the database, and waits for nothing. */
export function startMemory({ database, peopleKey, threadFollowUps }: Config, log: Log): Memory {
  const key = peopleKey ?? ('folder' in database ? keyOfFolder(database.folder) : '');
  const state = new State({ place: database, peopleKey: key, log, now: () => new Date() });
  const messengers = new Map<string, Messenger>();
  void state.start();
  return {
    state,
    records: openRecords(state),
    serve: (bot) => ({
      book: openAnswerBook({ state, gapOf: (answered: Answered) => gapOf(answered, bot, state), onShown: () => {} }),
      desks: [],
      settings: plainSettings(threadFollowUps),
      hash: state.hash,
    }),
    connect: (platforms) => {
      for (const { name, messenger } of platforms) messengers.set(name, messenger);
    },
    close: () => state.close(CLOSING_MS),
  };
}

function gapOf({ question }: Answered, _bot: Bot, { hash }: State) {
  return { likeness: hash(question), nearest: [] };
}
