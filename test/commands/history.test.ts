import { describe, expect, it } from 'vitest';
import { Bot } from '../../src/bot/bot.ts';
import type { HistoryEntry } from '../../src/state/applied-version.ts';
import { noRecords } from '../../src/state/no-records.ts';
import { writeSmallProject } from '../fixtures/small-project.ts';
import { allText, startBot } from '../fixtures/start-bot.ts';

const COUNTS = { documents: 3, facts: 4, gaps: 1 };

function entry(changes: Partial<HistoryEntry>): HistoryEntry {
  return { version: '00000000', from: null, how: 'reload', at: new Date('2024-05-06T07:08:09Z'), person: null, filesVersion: null, counts: COUNTS, ...changes };
}

async function show(entries: readonly HistoryEntry[], language: 'en' | 'fr' = 'en') {
  const { bot, asker } = await startBot(writeSmallProject().folder);
  const records = { ...noRecords(), history: { list: (most: number) => Promise.resolve(entries.slice(0, most)), processes: () => 1 } };
  const load = () => Promise.reject(new Error('was loaded'));
  const other = new Bot({ knowledge: bot.editions.edition.knowledge, load, commands: bot.commands, language, records });
  return allText(await other.runTyped('history', { ...asker, conversation: other.converse(), prefix: '/layoffs ', person: 'hash-of-ann' }));
}

describe('history', () => {
  it('tells who brought each version into use, without telling who that is', async () => {
    const { bot } = await startBot(writeSmallProject().folder);
    const { version } = bot.library;
    const text = await show([
      entry({ version, how: 'rollback', person: 'hash-of-ann' }),
      entry({ version: '11111111', person: 'hash-of-bob-which-is-long' }),
      entry({ version: '22222222', person: 'signal', counts: null }),
      entry({ version: '33333333', person: 'change of files' }),
      entry({ version: '44444444', how: 'start' }),
    ]);
    const counts = '4 facts, 1 gap, 3 documents';
    expect(text.split('\n').filter((line) => line.startsWith('• '))).toEqual([
      `• ${version} (in use) · since 2024-05-06 07:08 UTC, rollback by you · ${counts}`,
      `• 11111111 · since 2024-05-06 07:08 UTC, reload by hash-o · ${counts}`,
      '• 22222222 · since 2024-05-06 07:08 UTC, reload by a signal · files not kept',
      `• 33333333 · since 2024-05-06 07:08 UTC, reload by a change of files · ${counts}`,
      `• 44444444 · since 2024-05-06 07:08 UTC, at a start · ${counts}`,
    ]);
    expect(text).toContain('To go back to one of them: /layoffs rollback');
  });

  it('shows the latest ones of many, in French as well', async () => {
    const text = await show(
      Array.from({ length: 30 }, () => entry({})),
      'fr',
    );
    expect(text.match(/00000000/g)).toHaveLength(20);
    expect(text).toContain('Les 20 dernières sont montrées.');
    expect(text).toContain('rechargement');
  });

  it('says so where nothing is written down, or nothing is remembered', async () => {
    expect(await show([])).toBe('No version has been written down yet.');
    const { run } = await startBot(writeSmallProject().folder);
    expect(allText(await run('history'))).toContain('here I remember nothing');
  });
});
