import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Bot } from '../../src/bot/bot.ts';
import { loadCommands } from '../../src/bot/load-commands.ts';
import { loadBeside, loadKnowledge } from '../../src/bot/load-knowledge.ts';
import { replace, writeSmallProject } from '../fixtures/small-project.ts';
import { COMMANDS_FOLDER, LOADED_AT, startBot } from '../fixtures/start-bot.ts';
import { person, replyOf, startReception, textOf } from './start-reception.ts';

const ROOT = join(import.meta.dirname, '../..');
const QUESTION = 'how many people does Borel lay off';
const NOW = () => LOADED_AT;

async function startFrom(folder: string) {
  const [loaded, commands] = await Promise.all([loadKnowledge(folder, NOW), loadCommands(COMMANDS_FOLDER)]);
  if (!loaded.ok) throw new Error('the project does not load');
  return new Bot({ knowledge: loaded.knowledge, load: () => loadBeside(folder, NOW), commands, language: 'en' });
}

describe('loadBeside', () => {
  it('knows just what loading in place knows', async () => {
    const { bot, base } = await startBot();
    const beside = await loadBeside(ROOT, NOW);
    if (!beside.ok) throw new Error('the project does not load');
    const { knowledge } = beside;
    expect(knowledge.base).toEqual(base);
    expect(knowledge.loadedAt).toBe(LOADED_AT);
    const other = new Bot({ knowledge, load: () => Promise.resolve(beside), commands: bot.commands, language: 'en' });
    const phrasings = [...base.facts.values(), ...base.gaps.values()].flatMap((one) => one.phrasings.slice(0, 1).map(({ text }) => text));
    expect(phrasings.length).toBeGreaterThan(100);
    for (const text of [...phrasings, 'and Fiverr?', 'klarma layofs', 'pourquoi', 'nice weather']) expect(other.ask(text, [])).toEqual(bot.ask(text, []));
    for (const { id } of bot.library.companies('fr')) expect(other.library.profile(id, 'fr')).toEqual(bot.library.profile(id, 'fr'));
  });

  it('leaves the thread free to answer meanwhile, also where nothing was loaded before', async () => {
    const { folder } = writeSmallProject();
    const { bot } = await startBot();
    let loaded = false;
    const loading = loadBeside(folder, NOW).finally(() => {
      loaded = true;
    });
    let answered = 0;
    while (!loaded) {
      if (bot.ask('How many people did Klarna lay off in 2022?', []).status === 'answered') answered++;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await loading).toMatchObject({ ok: true, knowledge: { loadedAt: LOADED_AT } });
    expect(answered).toBeGreaterThan(10);
  });

  it('names the problems of data that is not sound', async () => {
    const { folder } = writeSmallProject(replace('data/facts/borel.yaml', 'document: borel-cuts', 'document: borel-cutz'));
    expect(await loadBeside(folder, NOW)).toEqual(await loadKnowledge(folder, NOW));
    expect(await loadBeside(folder, NOW)).toMatchObject({
      ok: false,
      problems: [{ file: 'data/facts/borel.yaml', what: expect.stringContaining('borel-cutz') }],
    });
    expect(await loadBeside(join(folder, 'nowhere'), NOW)).toMatchObject({ ok: false });
  });

  it('serves reloads under questions: each answer from exactly one version of the files', async () => {
    const { folder } = writeSmallProject();
    const file = join(folder, 'data/facts/borel.yaml');
    const before = readFileSync(file, 'utf8');
    const after = before.replace('Borel lays off about 250 people', 'Borel is laying off some 250 people');
    const bot = await startFrom(folder);
    const first = bot.library.version;
    const { type, pass, errors } = await startReception({ bot });
    const seen: string[] = [];
    for (let turn = 1; turn <= 6; turn++) {
      writeFileSync(file, turn % 2 === 1 ? after : before);
      let done = false;
      const reload = type('reload apply:true', { by: person('admin', { admin: true }) }).finally(() => {
        done = true;
      });
      while (!done) {
        pass(60_000);
        const reply = await type(QUESTION);
        const { version } = replyOf(reply);
        expect(textOf(reply)).toContain(version === first ? 'lays off about 250' : 'is laying off some 250');
        if (seen.at(-1) !== version) seen.push(version);
        await new Promise((resolve) => setImmediate(resolve));
      }
      expect(textOf(await reload)).toMatch(/^Reloaded: version \w+ → \w+\.\nFacts\n• changed \(1\): borel-cut$/);
    }
    expect(seen.length).toBeGreaterThan(4);
    expect(new Set(seen).size).toBe(2);
    expect(errors()).toEqual([]);
  });
});
