import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bot } from '../../src/bot/bot.ts';
import type { Command } from '../../src/bot/command.ts';
import { loadKnowledge } from '../../src/bot/load-knowledge.ts';

/** A bot on a copy of the data, one fact of which has been reworded since it was loaded. */
export async function withChangedBot(root: string, commands: readonly Command[], work: (bot: Bot) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'screenshots-'));
  try {
    for (const part of ['data', 'seeds']) cpSync(join(root, part), join(folder, part), { recursive: true });
    const load = () => loadKnowledge(folder, () => new Date());
    const loaded = await load();
    if (!loaded.ok) throw new Error('the data has problems: run npm run facts -- check');
    const file = join(folder, 'data/facts/fiverr.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Fiverr is apparently laying off', 'Fiverr would be laying off'));
    await work(new Bot({ knowledge: loaded.knowledge, load, commands, language: 'en' }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
