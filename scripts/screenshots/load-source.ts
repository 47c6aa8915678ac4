import { join } from 'node:path';
import type { BotParts } from '../../src/bot/bot.ts';
import { loadCommands } from '../../src/bot/load-commands.ts';
import { loadKnowledge } from '../../src/bot/load-knowledge.ts';
import { describeProblem } from '../../src/reading/problem.ts';

/** Shown on App Home; always the same, so that the pictures change only where an answer does. */
const LOADED_AT = new Date('2026-01-01T12:00:00Z');
const COMMANDS = join(import.meta.dirname, '../../commands');

/** What a bot is made of, and the folder that its data is in. */
export type Source = Pick<BotParts, 'knowledge' | 'load' | 'commands'> & { readonly folder: string };

/** As `npm start` loads it, from the data of a folder. */
export async function loadSource(folder: string): Promise<Source> {
  const load = () => loadKnowledge(folder, () => LOADED_AT);
  const loaded = await load();
  if (!loaded.ok) throw new Error(loaded.problems.map(describeProblem).join('\n'));
  return { knowledge: loaded.knowledge, load, commands: await loadCommands(COMMANDS), folder };
}
