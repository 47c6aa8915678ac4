import { describe, expect, it } from 'vitest';
import { writeSmallProject } from '../fixtures/small-project.ts';
import { allText, startBot } from '../fixtures/start-bot.ts';

describe('company', () => {
  it('tells happenings, figures, people and sources of the company', async () => {
    const { run } = await startBot(writeSmallProject().folder);
    const acme = await run('company acme');
    expect(acme.blocks[0]).toEqual({ kind: 'heading', text: 'Acme' });
    expect(allText(acme)).toContain('3 facts in the documents. Jane Doe, chief executive of Acme.');
    expect(allText(acme)).toContain('Acme lost 1,800 people.');
    expect(acme.sources).toContainEqual({ document: 'acme-cuts', file: 'acme.txt', quote: 'its workforce fell from 3,800 to 2,000 people' });
    const borel = await run('company borel');
    expect(allText(borel)).toContain('March 2024 — Borel lays off about 250 people');
    expect(borel.facts).toEqual(['borel-cut']);
  });

  it('understands a misspelt name and a description', async () => {
    const { run } = await startBot(writeSmallProject().folder);
    expect((await run('company borrel')).facts).toEqual(['borel-cut']);
    expect((await run('company the anvil maker')).blocks[0]).toEqual({ kind: 'heading', text: 'Acme' });
    expect((await run('company Jane Doe')).blocks[0]).toEqual({ kind: 'heading', text: 'Acme' });
  });

  it('asks which one when it was given two', async () => {
    const { run } = await startBot(writeSmallProject().folder);
    expect(allText(await run('company acme borel'))).toBe('One company at a time, please: Acme or Borel?');
  });

  it('gives what is nearest, or all that there is, for a name that it does not know', async () => {
    const { run } = await startBot(writeSmallProject().folder);
    expect(allText(await run('company bxrxl'))).toBe('I have no facts on a company “bxrxl”.\nDid you mean Borel?');
    expect(allText(await run('company initech'))).toBe('I have no facts on a company “initech”.\nCompanies that I know: Acme, Borel.');
  });

  it('says something of every company on the list, in both languages', async () => {
    const { run, bot, asker } = await startBot();
    for (const language of ['en', 'fr'] as const) {
      for (const { id, name } of bot.library.companies(language)) {
        const { status, facts, sources } = bot.library.profile(id, language);
        expect({ name, status, told: facts.length > 0, proved: sources.length > 0 }).toEqual({ name, status: 'answered', told: true, proved: true });
        expect((await run(`company ${name}`)).facts).toEqual(bot.library.profile(id, asker.conversation.language).facts);
      }
    }
  });
});
