import { onTestFinished } from 'vitest';
import { Bot } from '../../src/bot/bot.ts';
import type { Person } from '../../src/bot/incoming.ts';
import { loadCommands } from '../../src/bot/load-commands.ts';
import { openAnswerBook } from '../../src/bot/open-answer-book.ts';
import type { Place } from '../../src/bot/place.ts';
import { plainSettings, type SettingsBook } from '../../src/bot/place-settings.ts';
import { attendHandOffs } from '../../src/desks/hand-off/attend-hand-offs.ts';
import { openHandOffDesk } from '../../src/desks/hand-off/hand-off-desk.ts';
import { PostedHandOffs } from '../../src/desks/hand-off/posted-hand-offs.ts';
import { HandOffStore } from '../../src/state/hand-off-store.ts';
import type { DatabasePlace } from '../../src/state/open-database.ts';
import { openRecords } from '../../src/state/open-records.ts';
import { State } from '../../src/state/state.ts';
import { COMMANDS_FOLDER } from '../fixtures/start-bot.ts';
import { SILENT } from '../state/open-state.ts';
import type { keepMessages } from './kept-messages.ts';
import { actionOf, knowledgeOf, person, startReception, textOf } from './start-reception.ts';

export const EDITORS = 'editors';
const MINUTE = 60_000;

type Parts = { readonly language?: 'en' | 'fr'; readonly editors?: string | null };

/** Time stands until it is moved; restarts leave it alone. */
export function makeClock() {
  let time = Date.parse('2026-03-01T12:00:00Z');
  return {
    now: () => new Date(time),
    pass: (ms: number) => {
      time += ms;
    },
  };
}

type Clock = ReturnType<typeof makeClock>;

/** A bot that hands questions to humans; what it posts is kept. Started again on the same database, it is another process. */
export async function startHandOffs(
  database: DatabasePlace,
  clock: Clock,
  messages: ReturnType<typeof keepMessages>,
  { language = 'en', editors = EDITORS }: Parts = {},
) {
  const [loaded, commands] = await Promise.all([knowledgeOf(), loadCommands(COMMANDS_FOLDER)]);
  if (!loaded.ok) throw new Error('the small project is broken');
  const state = new State({ place: database, peopleKey: 'key', log: SILENT, now: clock.now });
  let closed: Promise<void> | null = null;
  const stop = () => {
    closed ??= state.close(5_000);
    return closed;
  };
  onTestFinished(stop);
  await state.start();
  const settings: SettingsBook = { of: (place) => ({ ...plainSettings(true).of(place), editorsChannel: editors }) };
  const records = openRecords(state, (place) => settings.of(place).editorsChannel !== null);
  const bot = new Bot({ knowledge: loaded.knowledge, load: () => knowledgeOf(), commands, language, records });
  const book = openAnswerBook({ state, gapOf: () => null, onShown: () => {} });
  const parts = {
    store: new HandOffStore(state),
    posted: new PostedHandOffs(),
    book,
    settings,
    messengers: new Map([['test', messages.messenger]]),
    ask: (question: string, fallback: 'en' | 'fr') => bot.ask(question, [], fallback),
    version: () => bot.library.version,
    language,
    log: SILENT,
  };
  const reception = await startReception({ bot, desks: [openHandOffDesk(parts)], settings, book, hash: state.hash, now: () => clock.now().getTime() });
  const inEditors = (thread: string | null): Partial<Place> => ({ channel: EDITORS, thread });

  return {
    ...reception,
    state,
    store: parts.store,
    stop,
    attend: () => attendHandOffs(parts, clock.now),
    /** Asks what has no answer, and hands it over. */
    handOver: async (question: string, by: Person, options: { readonly place?: Partial<Place>; readonly audience?: 'private' | 'public' } = {}) => {
      const abstention = await reception.ask(question, { by, ...options });
      const action = actionOf(/^fr/u.test(by.language ?? '') || /temps/u.test(question) ? 'Demander à un humain' : 'Ask a human', abstention);
      return { action, told: textOf(await reception.press(action, { by, ...options })) };
    },
    /** What an editor presses under the newest question, or the one given. */
    editorPresses: async (label: string, by: Person, at = messages.to(EDITORS).findLast(({ to }) => to.thread === null)) => {
      const found = at?.buttons.find((button) => button.label === label);
      if (at === undefined || found === undefined) throw new Error(`there is no button “${label}” for editors`);
      return reception.press(found.action, { by, place: inEditors(at.message) });
    },
    fillIn: async (action: string, values: Readonly<Record<string, string>>, by: Person) => {
      const entries = new Map(Object.entries(values).map(([field, value]) => [field, [value]] as const));
      const [outgoing] = await reception.send({ kind: 'submit', action, values: entries }, { by, place: inEditors('message 1') });
      if (outgoing === undefined) throw new Error('the form was not answered');
      return outgoing;
    },
    writeUnder: (message: string, text: string, by: Person) => reception.remark(text, { by, under: message, place: inEditors(message) }),
  };
}

export { MINUTE };

/** An editor, whose name is known. */
export function editor(name: string): Person {
  return { ...person(name.toLowerCase()), name: () => Promise.resolve(name) };
}
