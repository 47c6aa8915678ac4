import type { Bot } from '../../bot/bot.ts';
import type { Visit } from '../../bot/desk.ts';
import type { Block } from '../../reply/reply.ts';

/** What the command of that name says, to whoever has changed something. */
export async function showSettings(bot: Bot, { incoming, language, person }: Visit): Promise<readonly Block[]> {
  const { place, prefix } = incoming;
  const asker = { conversation: bot.converse(language), admin: true, prefix, own: [], buttons: true, id: incoming.person.id, person, place, language };
  const { blocks } = await bot.run('settings', new Map(), asker);
  return blocks;
}
