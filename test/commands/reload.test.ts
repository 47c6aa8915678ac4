import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeSmallProject } from '../fixtures/small-project.ts';
import { allText, startBot } from '../fixtures/start-bot.ts';

function rewrite(folder: string, file: string, from: string, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(path, text.replaceAll(from, to));
}

describe('reload', () => {
  it('names what changed, and answers by it from then on', async () => {
    const { folder } = writeSmallProject();
    const { run, bot, base } = await startBot(folder);
    rewrite(folder, 'data/facts/borel.yaml', 'id: borel-cut', 'id: borel-layoffs');
    rewrite(folder, 'data/facts/acme.yaml', 'Acme has 2,000 people.', 'Acme now has 2,000 people.');
    rewrite(folder, 'data/gaps/acme.yaml', 'The text gives no reason.', 'The text does not say why.');
    const reply = await run('reload');
    expect(reply.version).not.toBe(base.version);
    expect(allText(reply)).toBe(
      [
        `Reloaded: version ${base.version} → ${reply.version}.`,
        'Facts',
        '• added (1): borel-layoffs',
        '• changed (1): acme-after',
        '• removed (1): borel-cut',
        'Gaps (what the documents do not say)',
        '• changed (1): gap-acme-why',
      ].join('\n'),
    );
    expect(bot.ask('how many people does Borel lay off', [])).toMatchObject({ facts: ['borel-layoffs'], version: reply.version });
    expect(allText(await run('reload'))).toBe(`Reloaded: nothing has changed (version ${reply.version}).`);
  });

  it('says so where something else than facts and gaps changed', async () => {
    const { folder } = writeSmallProject();
    const { run } = await startBot(folder);
    rewrite(folder, 'data/topics.yaml', 'postes supprimés', 'emplois supprimés');
    expect(allText(await run('reload'))).toContain('No fact and no gap has changed; something else in the data has.');
  });

  it('lists every problem of bad data and goes on as before', async () => {
    const { folder } = writeSmallProject();
    const { run, bot, base } = await startBot(folder);
    rewrite(folder, 'data/facts/borel.yaml', 'licencie environ 250 personnes, soit', 'licencie environ 250 personnes soit');
    rewrite(folder, 'data/gaps/acme.yaml', 'nearest: [acme-fall]', 'nearest: [acme-rise]');
    const reply = await run('reload');
    expect(allText(reply)).toContain(`Not reloaded: there are 2 problems. I go on with version ${base.version}.`);
    expect(allText(reply)).toMatch(/• data\/facts\/borel\.yaml:\d+:\d+ .*Fix: /);
    expect(allText(reply)).toMatch(/• data\/gaps\/acme\.yaml:\d+:\d+ .*acme-rise.*Fix: /);
    expect(bot.ask('how many people does Borel lay off', [])).toMatchObject({ facts: ['borel-cut'], version: base.version });
  });

  it('is for admins', async () => {
    const { bot, asker, base } = await startBot(writeSmallProject().folder, 'en', () => Promise.reject(new Error('was loaded')));
    const reply = await bot.runTyped('reload', { ...asker, admin: false });
    expect(reply).toMatchObject({ status: 'unknown', version: base.version });
    expect(allText(reply)).toBe('“reload” is only for those who look after this bot.');
  });
});
