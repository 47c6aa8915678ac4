import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/bot/command.ts';
import type { LoadedKnowledge } from '../../src/bot/knowledge.ts';
import { loadKnowledge } from '../../src/bot/load-knowledge.ts';
import { append, type Change, replace, writeSmallProject } from '../fixtures/small-project.ts';
import { allText, LOADED_AT, startBot } from '../fixtures/start-bot.ts';

const QUESTION = 'how many people does Borel lay off';
const CHANGED = replace(
  'data/facts/borel.yaml',
  'en: Borel lays off about 250 people, 30% of its workforce.',
  'en: Borel is laying off some 250 people, 30% of its workforce.',
);

/** A load that ends when the test says so. */
function heldLoads() {
  const waiting: ((loaded: LoadedKnowledge) => void)[] = [];
  return { load: () => new Promise<LoadedKnowledge>((resolve) => waiting.push(resolve)), waiting };
}

async function knowledgeOf(...changes: readonly Change[]) {
  return loadKnowledge(writeSmallProject(...changes).folder, () => LOADED_AT);
}

describe('Bot.reload', () => {
  it('answers by the old version until the new one is complete, and then by that', async () => {
    const { load, waiting } = heldLoads();
    const { bot, base } = await startBot(writeSmallProject().folder, 'en', load);
    const next = await knowledgeOf(CHANGED);
    const reload = bot.reload('test', true);
    await Promise.resolve();
    const during = bot.ask(QUESTION, []);
    expect(during.version).toBe(base.version);
    expect(allText(during)).toContain('lays off about 250');
    waiting[0]?.(next);
    const outcome = await reload;
    expect(outcome).toMatchObject({ ok: true, diff: { from: base.version, facts: { added: [], changed: ['borel-cut'], removed: [] } } });
    const after = bot.ask(QUESTION, []);
    expect(allText(after)).toContain('is laying off some 250');
    expect(after.version).not.toBe(base.version);
    expect(bot.library.version).toBe(after.version);
  });

  it('lets a second reload wait for the first', async () => {
    const { load, waiting } = heldLoads();
    const { bot, base } = await startBot(writeSmallProject().folder, 'en', load);
    const reloads = [bot.reload('test', true), bot.reload('test', true)];
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(waiting).toHaveLength(1);
    waiting[0]?.(await knowledgeOf(CHANGED));
    const first = await reloads[0];
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(waiting).toHaveLength(2);
    waiting[1]?.(await knowledgeOf());
    expect(first).toMatchObject({ ok: true, diff: { from: base.version } });
    expect(await reloads[1]).toMatchObject({ ok: true, diff: { to: base.version, facts: { changed: ['borel-cut'] } } });
  });

  it('keeps the old version and names the problems where the new one is not sound', async () => {
    const bad = await knowledgeOf(
      replace('data/facts/borel.yaml', 'document: borel-cuts', 'document: borel-cutz'),
      append('data/topics.yaml', '- id: headcount\n'),
    );
    const { bot, base } = await startBot(writeSmallProject().folder, 'en', () => Promise.resolve(bad));
    const outcome = await bot.reload('test', true);
    expect(outcome).toMatchObject({ ok: false, version: base.version });
    expect(outcome.ok ? [] : outcome.problems).toEqual(
      expect.arrayContaining([expect.stringContaining('data/facts/borel.yaml:'), expect.stringContaining('data/topics.yaml:')]),
    );
    expect(bot.ask(QUESTION, [])).toMatchObject({ status: 'answered', version: base.version });
  });

  it('can be tried again after a load that broke down', async () => {
    let broken = true;
    const good = await knowledgeOf(CHANGED);
    const { bot } = await startBot(writeSmallProject().folder, 'en', () => (broken ? Promise.reject(new Error('disk on fire')) : Promise.resolve(good)));
    await expect(bot.reload('test', true)).rejects.toThrow('disk on fire');
    broken = false;
    expect(await bot.reload('test', true)).toMatchObject({ ok: true });
  });

  it('lets a command that is under way finish on the version that it began with', async () => {
    const next = await knowledgeOf(CHANGED);
    const { bot, asker, base } = await startBot(writeSmallProject().folder, 'en', () => Promise.resolve(next));
    const slow: Command = {
      name: 'slow',
      description: { en: 'slow', fr: 'lent' },
      options: [],
      admin: false,
      run: async ({ library, language }) => {
        await bot.reload('test', true);
        return library.profile('borel', language);
      },
    };
    const reply = await bot.runTyped('slow', { ...asker, own: [slow], buttons: false, id: 'test' });
    expect(reply.version).toBe(base.version);
    expect(allText(reply)).toContain('lays off about 250');
    expect(bot.library.version).not.toBe(base.version);
  });

  it('gives with a command’s reply the version that the command began with', async () => {
    const { load, waiting } = heldLoads();
    const { bot, asker, base } = await startBot(writeSmallProject().folder, 'en', load);
    const next = await knowledgeOf(CHANGED);
    const reload = bot.reload('test', true);
    await new Promise((resolve) => setTimeout(resolve, 1));
    waiting[0]?.(next);
    const reply = await bot.runTyped('status', asker);
    await reload;
    expect(bot.library.version).not.toBe(base.version);
    expect(allText(reply)).toContain(`Data version | ${base.version}`);
    expect(reply.version).toBe(base.version);
  });

  it('answers 1,000 questions during 50 reloads, each from exactly one version', async () => {
    const editions = await Promise.all([knowledgeOf(), knowledgeOf(CHANGED)]);
    let loads = 0;
    const { bot, base } = await startBot(writeSmallProject().folder, 'en', async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return editions[++loads % 2] ?? knowledgeOf();
    });
    const reloads = Promise.all(Array.from({ length: 50 }, () => bot.reload('test', true)));
    const seen = new Set<string>();
    for (let asked = 0; asked < 1_000; asked++) {
      const { version, blocks, status } = bot.ask(QUESTION, []);
      expect(status).toBe('answered');
      expect(JSON.stringify(blocks)).toContain(version === base.version ? 'lays off about 250' : 'is laying off some 250');
      seen.add(version);
      if (asked % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await reloads;
    expect(loads).toBe(50);
    expect(seen.size).toBe(2);
  });
});

describe('Bot.runTyped', () => {
  it('names what there is where it does not know a command', async () => {
    const { run } = await startBot(writeSmallProject().folder);
    const reply = await run('compny acme');
    expect(reply.status).toBe('unknown');
    expect(allText(reply)).toMatch(/^There is no command “compny”\.\nDid you mean \/company.*\nCommands: \/ask, \/company, .*\/timeline\.$/);
  });

  it('names the options that there are where it does not know one', async () => {
    const { run } = await startBot(writeSmallProject().folder);
    expect(allText(await run('company acme --loud'))).toBe('“company” has no option “loud”.\nOptions: company.');
  });

  it('does not mind capitals and spaces', async () => {
    const { run } = await startBot(writeSmallProject().folder);
    expect((await run('  COMPANY   ACME  ')).status).toBe('answered');
  });

  it('says nothing back that pings, links, formats or moves the cursor', async () => {
    const { run } = await startBot(writeSmallProject().folder);
    const nasty = '@everyone<@U123><!channel>[x](http://x.test)`*_\u001b[31m\u202e\u0007\ud800';
    for (const typed of [nasty, `company ${nasty}`, `list --${nasty}`, `company --${nasty}`, `company acme --public${nasty}`]) {
      expect(allText(await run(typed))).not.toMatch(/@everyone|<@|<!|\]\(|[\u0000-\u0009\u000b-\u001f\u202e`*_]/);
      expect(allText(await run(typed)).isWellFormed()).toBe(true);
    }
  });

  it('reads booleans in the words that people use, and refuses others', async () => {
    const { bot, asker } = await startBot(writeSmallProject().folder);
    const seen: boolean[] = [];
    const own: Command[] = [
      {
        name: 'flag',
        description: { en: 'flag', fr: 'drapeau' },
        options: [{ name: 'up', description: { en: 'up', fr: 'levé' }, kind: 'boolean', required: false }],
        admin: false,
        run: (_, values) => {
          seen.push(values.has('up'));
          return [];
        },
      },
    ];
    for (const typed of ['flag', 'flag --up', 'flag up:true', 'flag up:oui', 'flag up:false', 'flag up=no']) await bot.runTyped(typed, { ...asker, own });
    expect(seen).toEqual([false, true, true, true, false, false]);
    expect(allText(await bot.runTyped('flag up:perhaps', { ...asker, own }))).toBe('“up” is either true or false.');
  });

  it('speaks French where that is the default', async () => {
    const { run } = await startBot(writeSmallProject().folder, 'fr');
    expect(allText(await run('foo'))).toContain('Il n’y a pas de commande « foo ».');
    expect(allText(await run('company acme'))).toContain('Acme a perdu 1 800 personnes.');
  });
});

describe('Bot.ask', () => {
  it('finds an answer once, and anew after a reload, in another thread or for another language', async () => {
    const { folder } = writeSmallProject();
    const { bot } = await startBot(folder, 'en', () => knowledgeOf(CHANGED));
    const first = bot.ask(QUESTION, []);
    expect(bot.ask(QUESTION, [])).toBe(first);
    expect(bot.ask(QUESTION, ['and Acme?'])).not.toBe(first);
    expect(bot.ask('Borel ?', [], 'fr').language).toBe('fr');
    expect(bot.ask('Borel ?', [], 'en').language).toBe('en');
    await bot.reload('test', true);
    expect(allText(bot.ask(QUESTION, []))).toContain('is laying off');
  });
});
