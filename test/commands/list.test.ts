import { describe, expect, it } from 'vitest';
import { writeSmallProject } from '../fixtures/small-project.ts';
import { allText, startBot } from '../fixtures/start-bot.ts';

describe('list', () => {
  it('counts what is known of each company, the best known first', async () => {
    const { run } = await startBot(writeSmallProject().folder);
    expect((await run('list')).blocks[0]).toEqual({
      kind: 'table',
      columns: ['Company', 'Facts', 'Happenings', 'With figures', 'Documents'],
      rows: [
        ['Acme', '3', '0', '3', '1'],
        ['Borel', '1', '1', '1', '1'],
      ],
    });
  });

  it('takes nothing after its name, and says so', async () => {
    const { run } = await startBot(writeSmallProject().folder);
    for (const typed of ['list acme', 'list --all', 'list all:true']) expect(allText(await run(typed))).toBe('“list” takes nothing after it.');
  });
});
