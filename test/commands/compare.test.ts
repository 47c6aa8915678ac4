import { describe, expect, it } from 'vitest';
import { writeSmallProject } from '../fixtures/small-project.ts';
import { allText, startBot } from '../fixtures/start-bot.ts';

describe('compare', () => {
  it.each(['compare klarna fiverr', 'compare klarna, fiverr', 'compare Klarna vs Fiverr', 'compare klarma et fiver'])(
    'puts the layoffs of both side by side: %s',
    async (typed) => {
      const { run } = await startBot();
      const reply = await run(typed);
      expect(reply.blocks.filter(({ kind }) => kind === 'heading')).toEqual([
        { kind: 'heading', text: 'Klarna' },
        { kind: 'heading', text: 'Fiverr' },
      ]);
      expect(allText(reply)).toMatch(/700[\s\S]*250/);
      expect(new Set(reply.sources.map(({ document }) => document)).size).toBeGreaterThan(1);
    },
  );

  it('says of which company there is nothing to compare', async () => {
    const { run } = await startBot(writeSmallProject().folder);
    const reply = await run('compare acme borel');
    expect(allText(reply)).toContain('Nothing of the kind in the documents on: Acme.');
    expect(reply.facts).toContain('borel-cut');
  });

  it('wants two companies', async () => {
    const { run } = await startBot(writeSmallProject().folder);
    expect(allText(await run('compare acme'))).toBe('A comparison needs two companies or more.');
    expect(allText(await run('compare acme and the anvil maker'))).toBe('A comparison needs two companies or more.');
    expect(allText(await run('compare'))).toContain('/compare <company…>');
  });
});
