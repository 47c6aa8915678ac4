import { readFile } from 'node:fs/promises';
import type { Platform } from './adapters/platform.ts';
import type { Bot } from './bot/bot.ts';
import { openSharedVersions } from './bot/editions/shared-versions.ts';
import type { Knowledge } from './bot/knowledge.ts';
import { loadFilesBeside } from './bot/load-knowledge.ts';
import type { Messenger } from './bot/messenger.ts';
import { openAnswerBook } from './bot/open-answer-book.ts';
import type { Place } from './bot/place.ts';
import { usualSettings } from './bot/place-settings.ts';
import { Recent } from './bot/recent.ts';
import type { ReceptionParts } from './bot/reception.ts';
import type { Config } from './config.ts';
import { openFeedbackDesk } from './desks/feedback/feedback-desk.ts';
import { openGapDesk } from './desks/gaps/gap-desk.ts';
import { gapOf } from './desks/gaps/gap-of.ts';
import { watchGaps } from './desks/gaps/watch-gaps.ts';
import { keepAttending } from './desks/hand-off/attend-hand-offs.ts';
import { editorsChannelFor } from './desks/hand-off/editors-channel-for.ts';
import { openHandOffDesk } from './desks/hand-off/hand-off-desk.ts';
import { humanButton } from './desks/hand-off/human-button.ts';
import { PostedHandOffs } from './desks/hand-off/posted-hand-offs.ts';
import { openSettingsDesk } from './desks/settings/settings-desk.ts';
import { showSettings } from './desks/settings/show-settings.ts';
import { cacheFile } from './index/index-cache.ts';
import type { Log } from './log.ts';
import type { Monitor, Watched } from './start-monitor.ts';
import { HandOffStore } from './state/hand-off-store.ts';
import { keepSettings } from './state/kept-settings.ts';
import { openPrivacy } from './state/open-privacy.ts';
import { openRecords } from './state/open-records.ts';
import type { KeyedHash } from './state/people.ts';
import { keyOfFolder } from './state/people-key.ts';
import type { Records } from './state/records.ts';
import { startRetention } from './state/retention.ts';
import { State } from './state/state.ts';
import type { Language } from './text/language.ts';

/** What is under way when the process ends may take that long to be written. */
const CLOSING_MS = 5_000;

const NOBODY: Heard = { onShown: () => {}, onFeedback: () => {} };

/** Everything that outlives an answer, put together. */
export type Memory = {
  readonly state: State;
  readonly records: Records;
  /** What was applied last, where the data folder cannot be used; null where that cannot be had either. */
  readonly lastApplied: () => Promise<Knowledge | null>;
  /** What a reception needs of it. */
  readonly serve: (bot: Bot) => Pick<ReceptionParts, 'book' | 'desks' | 'settings' | 'claims' | 'hash' | 'onForget'>;
  /** From here on it may write to people by itself. */
  readonly connect: (platforms: readonly Platform[]) => void;
  /** For whoever watches the process. */
  readonly watched: Omit<Watched, 'version' | 'platforms'>;
  readonly close: () => Promise<void>;
};

type Heard = Pick<Monitor, 'onShown' | 'onFeedback'>;

/** Begins to open the database, and waits for nothing. */
export function startMemory(
  { database, dataFolder, defaultLanguage, editorsChannels, peopleKey, retentionDays, threadFollowUps }: Config,
  log: Log,
  heard: Heard = NOBODY,
): Memory {
  const key = peopleKey ?? ('folder' in database ? keyOfFolder(database.folder) : '');
  const state = new State({ place: database, peopleKey: key, log, now: () => new Date() });
  const versions = openSharedVersions({
    state,
    loadFiles: (files, compiled) => loadFilesBeside(files, compiled, dataFolder, state.now),
    readCompiled: (key) => readFile(cacheFile(dataFolder, key)),
    log,
  });
  const messengers = new Map<string, Messenger>();
  const { notices } = versions;
  const usual = (platform: string) => usualSettings(threadFollowUps, editorsChannelFor(platform, editorsChannels));
  const settings = keepSettings({ state, log, notices, usual });
  const privacy = openPrivacy({ state, log, notices, retentionDays });
  const stopDropping = startRetention(state, retentionDays, log);
  let stopWatching = () => {};
  let stopAttending = () => {};
  const store = new HandOffStore(state);
  void state.start();
  return {
    state,
    records: openRecords(state, (place) => settings.of(place).editorsChannel !== null, versions.processes, { privacy, settings }),
    lastApplied: versions.lastApplied,
    serve: (bot) => {
      versions.share(bot.editions);
      const library = () => bot.library;
      const book = openAnswerBook({ state, gapOf: (answered) => gapOf(answered, bot, state.hash), onShown: heard.onShown, onForget: privacy.onForget });
      const messengerOf = (platform: string) => messengers.get(platform) ?? null;
      const settingsDesk = openSettingsDesk({ kept: settings, log, now: Date.now, messengerOf, show: (visit) => showSettings(bot, visit) });
      stopWatching = watchGaps({ state, library, log });
      const handOffs = {
        ...{ store, posted: new PostedHandOffs(), book, settings, messengers, language: defaultLanguage, log },
        ask: (question: string, language: Language) => bot.ask(question, [], language),
        version: () => bot.library.version,
      };
      stopAttending = keepAttending(handOffs, state.now);
      const human = (place: Place, answer: string, language: Language) => humanButton(place, answer, language, settings);
      return {
        book,
        desks: [
          openHandOffDesk(handOffs),
          openFeedbackDesk({ state, book, humanButton: human, onFeedback: heard.onFeedback }),
          openGapDesk({ state, library, log }),
          settingsDesk,
        ],
        settings,
        claims: versions.claims,
        hash: rememberHashes(state.hash),
        onForget: privacy.onForget,
      };
    },
    connect: (platforms) => {
      for (const { name, messenger } of platforms) messengers.set(name, messenger);
    },
    watched: {
      remembers: () => state.status.kind === 'ready',
      waiting: () => state.waiting,
      dropped: () => state.dropped,
      handOffs: async () => (await store.waiting(0)).count,
    },
    close: async () => {
      stopDropping();
      stopWatching();
      stopAttending();
      await versions.close();
      await state.close(CLOSING_MS);
    },
  };
}

/** Whoever asks once asks again. */
const MOST_HASHES = 10_000;

function rememberHashes(hash: KeyedHash): KeyedHash {
  const known = new Recent<string>(MOST_HASHES);
  return (text) => {
    const hashed = known.get(text) ?? hash(text);
    known.set(text, hashed);
    return hashed;
  };
}
