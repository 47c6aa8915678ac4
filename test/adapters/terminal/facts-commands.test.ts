import { describe, expect, it } from 'vitest';
import { checkFacts } from '../../../src/adapters/terminal/check-facts.ts';
import { countFacts } from '../../../src/adapters/terminal/count-facts.ts';
import { showFacts } from '../../../src/adapters/terminal/show-facts.ts';
import { loadFactBase } from '../../../src/facts/load-fact-base.ts';
import { replace, writeSmallProject } from '../../fixtures/small-project.ts';
import { allText, startBot } from '../../fixtures/start-bot.ts';

describe('facts check', () => {
  it('counts what there is where all is well', () => {
    expect(checkFacts(loadFactBase(writeSmallProject().folder))).toMatch(/^OK: 4 facts, 1 gaps, 2 topics, 4 entities, 3 documents \(version [0-9a-f]{8}\)$/);
  });

  it('prints every problem with its place and what to do, and their number', () => {
    const { folder } = writeSmallProject(
      replace('data/gaps/acme.yaml', 'nearest: [acme-fall]', 'nearest: [acme-rise]'),
      replace('data/facts/borel.yaml', 'topic: jobs-cut', 'topic: jobs-cuts'),
    );
    const lines = checkFacts(loadFactBase(folder)).split('\n');
    expect(lines.at(-1)).toBe(`${lines.length - 1} problems`);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^data\/\S+:\d+:\d+ .*Fix: /);
    expect(lines.join('\n')).toMatch(/data\/facts\/borel\.yaml[\s\S]*jobs-cuts/);
  });
});

describe('facts show', () => {
  it('prints all facts and gaps of a company with id, claimant and quotes', async () => {
    const { base } = await startBot(writeSmallProject().folder);
    const text = allText({ blocks: showFacts('acme', base, 'en') });
    expect(text).toContain('Acme: 3 facts, 1 gaps');
    for (const part of [
      'acme-before',
      'acme-after',
      'acme-fall',
      'gap-acme-why',
      'Acme lost 1,800 people.',
      'Jane Doe, chief executive of Acme (conceded)',
      '“We regret it,” said Jane Doe',
      'Tuesday',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('Borel');
  });
});

describe('facts stats', () => {
  it('counts by company, document and topic', async () => {
    const { base } = await startBot(writeSmallProject().folder);
    const text = allText({ blocks: countFacts(base, 'en') });
    for (const row of ['facts | 4', 'gaps | 1', 'Acme | 3 | 1', 'Borel | 1 | 0', 'Acme cuts jobs | 3', 'A note | 0', 'headcount | 2'])
      expect(text.split('\n')).toContain(row);
  });
});
