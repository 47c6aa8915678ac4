import { Bot } from '../../src/bot/bot.ts';
import { loadCommands } from '../../src/bot/load-commands.ts';
import type { Place } from '../../src/bot/place.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { noRecords } from '../../src/state/no-records.ts';
import type { Records } from '../../src/state/records.ts';
import { knowledgeOf } from '../bot/start-reception.ts';
import { COMMANDS_FOLDER } from '../fixtures/start-bot.ts';

type Given = { readonly language?: 'en' | 'fr'; readonly place?: Place | null; readonly records?: Partial<Records> };

/** What a command replies to an admin where what is remembered is given; by default in a terminal, where nothing is. */
export async function runWith(typed: string, { language = 'en', place = null, records = {} }: Given = {}): Promise<Reply> {
  const [loaded, commands] = await Promise.all([knowledgeOf(), loadCommands(COMMANDS_FOLDER)]);
  if (!loaded.ok) throw new Error('the small project is broken');
  const bot = new Bot({ knowledge: loaded.knowledge, load: () => knowledgeOf(), commands, language, records: { ...noRecords(), ...records } });
  const asker = {
    conversation: bot.converse(language),
    admin: true,
    prefix: '/',
    own: [],
    buttons: place !== null,
    id: 'test',
    language,
    person: 'somebody',
    place,
  };
  return bot.runTyped(typed, asker);
}
