import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/bot/load-knowledge.ts';
import { actionOf, person, startReception, startSmallBot, textOf } from '../bot/start-reception.ts';
import { replace, writeSmallProject } from '../fixtures/small-project.ts';
import { allText, LOADED_AT, startBot } from '../fixtures/start-bot.ts';

const CHANGED = replace('data/facts/borel.yaml', 'en: Borel lays off about 250 people', 'en: Borel is laying off some 250 people');
const ADMIN = person('admin', { admin: true });

/** A bot that has gone over to another version, and can go back in its memory alone. */
async function startReloaded() {
  const { bot, base } = await startSmallBot(() => loadKnowledge(writeSmallProject(CHANGED).folder, () => LOADED_AT));
  await bot.reload('test', true);
  const reception = await startReception({ bot });
  return { ...reception, before: base.version, after: bot.library.version };
}

describe('rollback', () => {
  it('shows what changes, and goes back when that is pressed', async () => {
    const { bot, before, after, type, press } = await startReloaded();
    const shown = await type(`rollback ${before}`, { by: ADMIN });
    expect(textOf(shown)).toBe(`Version ${before} is ready. Version ${after} answers until you go back. What would change:\nFacts\n• changed (1): borel-cut`);
    expect(bot.library.version).toBe(after);
    expect(textOf(await press(actionOf('Go back', shown), { by: ADMIN }))).toBe(`Applied: version ${after} → ${before}.`);
    expect(bot.library.version).toBe(before);
  });

  it('changes nothing on Cancel, for others than admins, and after another version came into use', async () => {
    const { bot, before, after, type, press } = await startReloaded();
    const shown = await type(`rollback ${before}`, { by: ADMIN });
    expect(textOf(await press(actionOf('Cancel', shown), { by: ADMIN }))).toBe(`Cancelled: I go on with version ${after}.`);
    expect(textOf(await press(actionOf('Go back', shown)))).toContain('Only those who look after this bot');
    expect(bot.library.version).toBe(after);
    await press(actionOf('Go back', shown), { by: ADMIN });
    await bot.reload('test', true);
    const again = await type(`rollback ${before}`, { by: ADMIN });
    await press(actionOf('Go back', shown), { by: ADMIN });
    expect(bot.library.version).toBe(before);
    expect(textOf(await press(actionOf('Go back', again), { by: ADMIN }))).toContain(`Nothing applied: version ${before} came into use meanwhile.`);
  });

  it('says so where no such version is known', async () => {
    const { run, base } = await startBot(writeSmallProject().folder);
    expect(allText(await run('rollback 12345678'))).toContain('No version “12345678” is kept. To see those that are: /history');
    expect(allText(await run(`rollback ${base.version}`))).toBe(`Version ${base.version} is the one in use.`);
    expect(allText(await run('rollback'))).toContain('Something is missing');
  });
});
