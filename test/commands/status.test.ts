import { describe, expect, it } from 'vitest';
import { writeSmallProject } from '../fixtures/small-project.ts';
import { allText, startBot } from '../fixtures/start-bot.ts';

describe('status', () => {
  it('names the version that answers, since when, and how much it knows', async () => {
    const { run, base } = await startBot(writeSmallProject().folder);
    const text = allText(await run('status'));
    expect(text).toContain(`Data version | ${base.version}`);
    expect(text).toContain('2024-05-06 07:08:09 UTC');
    expect(text).toMatch(/Documents \| 3[\s\S]*Companies \| 2[\s\S]*Facts \| 4[\s\S]*gaps \| 1/);
  });
});
