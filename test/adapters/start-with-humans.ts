import { onTestFinished } from 'vitest';
import type { Platform } from '../../src/adapters/platform.ts';
import type { Messenger } from '../../src/bot/messenger.ts';
import { openAnswerBook } from '../../src/bot/open-answer-book.ts';
import { plainSettings, type SettingsBook } from '../../src/bot/place-settings.ts';
import { Reception } from '../../src/bot/reception.ts';
import { openHandOffDesk } from '../../src/desks/hand-off/hand-off-desk.ts';
import { PostedHandOffs } from '../../src/desks/hand-off/posted-hand-offs.ts';
import { HandOffStore } from '../../src/state/hand-off-store.ts';
import type { Language } from '../../src/text/language.ts';
import { writeSmallProject } from '../fixtures/small-project.ts';
import { startBot } from '../fixtures/start-bot.ts';
import { DATABASES } from '../state/databases.ts';
import { makeState, SILENT } from '../state/open-state.ts';

/** A reception with humans behind it, for a platform that is connected afterwards. */
export async function startWithHumans(editorsChannel: string) {
  const database = await DATABASES.at(-1)?.fresh();
  if (database === undefined) throw new Error('there is no database');
  onTestFinished(database.remove);
  const state = makeState({ place: database.place });
  await state.start();
  const { bot } = await startBot(writeSmallProject().folder);
  const messengers = new Map<string, Messenger>();
  const settings: SettingsBook = { of: (place) => ({ ...plainSettings(false).of(place), editorsChannel }) };
  const book = openAnswerBook({ state, gapOf: () => null, onShown: () => {} });
  const desk = openHandOffDesk({
    ...{ store: new HandOffStore(state), posted: new PostedHandOffs(), book, settings, messengers, language: 'en', log: SILENT },
    ask: (question: string, language: Language) => bot.ask(question, [], language),
    version: () => bot.library.version,
  });
  const reception = new Reception({ bot, log: SILENT, now: Date.now, threadFollowUps: false, desks: [desk], settings, book, hash: state.hash });
  return {
    bot,
    reception,
    connect: async (platform: Platform) => {
      onTestFinished(platform.stop);
      await platform.ready;
      messengers.set(platform.name, platform.messenger);
    },
  };
}
