import { join } from 'node:path';
import { Bot } from '../../src/bot/bot.ts';
import { loadCommands } from '../../src/bot/load-commands.ts';
import { loadKnowledge } from '../../src/bot/load-knowledge.ts';
import { describeProblem } from '../../src/reading/problem.ts';

/** Shown on App Home; always the same, so that the pictures change only where an answer does. */
const LOADED_AT = new Date('2026-01-01T12:00:00Z');
const COMMANDS = join(import.meta.dirname, '../../commands');

/** A bot as `npm start` has it, on the data of a folder. */
export async function loadBot(folder: string): Promise<Bot> {
  const load = () => loadKnowledge(folder, () => LOADED_AT);
  const loaded = await load();
  if (!loaded.ok) throw new Error(loaded.problems.map(describeProblem).join('\n'));
  return new Bot({ knowledge: loaded.knowledge, load, commands: await loadCommands(COMMANDS), language: 'en' });
}
