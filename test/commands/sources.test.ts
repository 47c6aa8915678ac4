import { describe, expect, it } from 'vitest';
import { writeSmallProject } from '../fixtures/small-project.ts';
import { startBot } from '../fixtures/start-bot.ts';

describe('sources', () => {
  it('names title, outlet, language, file and number of facts of each document', async () => {
    const { run } = await startBot(writeSmallProject().folder);
    expect((await run('sources')).blocks.at(-1)).toEqual({
      kind: 'list',
      ordered: true,
      items: [
        'Acme cuts jobs — The Daily Post (in English, 3 facts, acme.txt)',
        'Borel cuts posts — The Daily Post (in French, 1 fact, borel.txt)',
        'A note — The Daily Post (in French, 0 facts, note.txt)',
      ],
    });
  });
});
