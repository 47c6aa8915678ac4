import { describe, expect, it } from 'vitest';
import { Bot } from '../../src/bot/bot.ts';
import { noRecords } from '../../src/state/no-records.ts';
import type { StateStatus } from '../../src/state/state.ts';
import { writeSmallProject } from '../fixtures/small-project.ts';
import { allText, startBot } from '../fixtures/start-bot.ts';

const PROBLEM = 'The database at db.test cannot be used. What to do: start it';

async function show(state: StateStatus, { waiting = 0, processes = 1, admin = true, filesVersion = '' as string | null } = {}) {
  const { bot, asker, base } = await startBot(writeSmallProject().folder);
  const none = noRecords();
  const records = { ...none, history: { ...none.history, processes: () => processes }, status: () => ({ state, waiting }) };
  const { knowledge } = bot.editions.edition;
  const files = filesVersion === '' ? base.version : filesVersion;
  const load = () => Promise.reject(new Error('was loaded'));
  const other = new Bot({ knowledge, load, commands: bot.commands, language: 'en', filesVersion: files, records });
  return { text: allText(await other.runTyped('status', { ...asker, admin })), version: base.version };
}

describe('status', () => {
  it('names the version that answers, since when, and how much it knows', async () => {
    const { run, base } = await startBot(writeSmallProject().folder);
    const text = allText(await run('status'));
    expect(text).toContain(`Data version | ${base.version}`);
    expect(text).toContain('2024-05-06 07:08:09 UTC');
    expect(text).toMatch(/Documents \| 3[\s\S]*Companies \| 2[\s\S]*Facts \| 4[\s\S]*gaps \| 1/);
    expect(text).toContain('Memory | none: I remember nothing here');
  });

  it('tells whether it remembers, and what waits', async () => {
    expect((await show({ kind: 'ready' })).text).toMatch(/Memory \| works$/m);
    expect((await show({ kind: 'ready' }, { processes: 3 })).text).toContain('Processes | 3');
    expect((await show({ kind: 'opening' }, { waiting: 1 })).text).toContain('remember nothing yet; 1 entry waits to be written');
  });

  it('tells what is wrong with the memory to those alone who look after the bot', async () => {
    const admins = await show({ kind: 'failed', problem: PROBLEM }, { waiting: 12 });
    expect(admins.text).toContain('Memory | out of reach: I remember nothing for now; 12 entries wait to be written');
    expect(admins.text).toContain(PROBLEM);
    const others = await show({ kind: 'failed', problem: PROBLEM }, { admin: false });
    expect(others.text).toContain('out of reach');
    expect(others.text).not.toContain(PROBLEM);
  });

  it('says so where the files are of another version, or broken', async () => {
    expect((await show({ kind: 'ready' }, { filesVersion: '12345678' })).text).toContain('The data folder holds version 12345678, which is not in use');
    const { text, version } = await show({ kind: 'ready' }, { filesVersion: null });
    expect(text).toContain(`cannot be used, so I go on with version ${version}, which was applied last. To see what is wrong: /reload`);
  });
});
