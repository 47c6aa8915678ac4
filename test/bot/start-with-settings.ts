import { Bot } from '../../src/bot/bot.ts';
import { loadCommands } from '../../src/bot/load-commands.ts';
import { openAnswerBook } from '../../src/bot/open-answer-book.ts';
import { usualSettings } from '../../src/bot/place-settings.ts';
import { openSettingsDesk } from '../../src/desks/settings/settings-desk.ts';
import { showSettings } from '../../src/desks/settings/show-settings.ts';
import { keepSettings } from '../../src/state/kept-settings.ts';
import type { Notices } from '../../src/state/notices.ts';
import type { DatabasePlace } from '../../src/state/open-database.ts';
import { openPrivacy } from '../../src/state/open-privacy.ts';
import { openRecords } from '../../src/state/open-records.ts';
import { State } from '../../src/state/state.ts';
import { COMMANDS_FOLDER } from '../fixtures/start-bot.ts';
import { SILENT } from '../state/open-state.ts';
import { keepMessages } from './kept-messages.ts';
import { knowledgeOf, startReception } from './start-reception.ts';

const ALONE: Pick<Notices, 'publish' | 'on'> = { publish: () => Promise.resolve(), on: () => {} };
const NOON = new Date('2026-03-01T12:00:00Z');

/** A bot on the two invented companies that has settings and can forget people. */
export async function startWithSettings(database: DatabasePlace, retentionDays = 90) {
  const [loaded, commands] = await Promise.all([knowledgeOf(), loadCommands(COMMANDS_FOLDER)]);
  if (!loaded.ok) throw new Error('the small project is broken');
  const clock = { ms: NOON.getTime() };
  const state = new State({ place: database, peopleKey: 'key', log: SILENT, now: () => new Date(clock.ms) });
  await state.start();
  const settings = keepSettings({ state, log: SILENT, notices: ALONE, usual: () => usualSettings(true, null) });
  const privacy = openPrivacy({ state, log: SILENT, notices: ALONE, retentionDays });
  const records = openRecords(state, undefined, undefined, { privacy, settings });
  const bot = new Bot({ knowledge: loaded.knowledge, load: () => knowledgeOf(), commands, language: 'en', records });
  const { onForget } = privacy;
  const book = openAnswerBook({ state, gapOf: () => null, onShown: () => {}, onForget });
  const messages = keepMessages();
  const desk = openSettingsDesk({
    kept: settings,
    log: SILENT,
    now: () => clock.ms,
    messengerOf: () => messages.messenger,
    show: (visit) => showSettings(bot, visit),
  });
  const reception = await startReception({ bot, desks: [desk], settings, book, hash: state.hash, onForget, now: () => clock.ms });
  const pass = (ms: number) => {
    clock.ms += ms;
  };
  return { ...reception, pass, state, settings, records, book, messages, stop: () => state.close(1_000) };
}
