import { describe, expect, it } from 'vitest';
import { writeSmallProject } from '../fixtures/small-project.ts';
import { allText, startBot } from '../fixtures/start-bot.ts';

describe('timeline', () => {
  it('tells what happened in the order of the facts', async () => {
    const { run, base } = await startBot();
    const reply = await run('timeline klarna');
    const places = reply.facts.map((id) => base.facts.get(id)?.timeline ?? 0);
    expect(places.length).toBeGreaterThan(3);
    expect(places).toEqual(places.toSorted((left, right) => left - right));
    expect(reply.blocks.find(({ kind }) => kind === 'list')).toMatchObject({ ordered: true });
  });

  it('says so where there is no story, and what there is instead', async () => {
    const { run } = await startBot(writeSmallProject().folder);
    const reply = await run('timeline borel');
    expect(reply.status).toBe('unknown');
    expect(allText(reply)).toContain('Nothing of the kind in the documents on: Borel.');
    expect(allText(reply)).toContain('Borel lays off about 250 people');
  });
});
