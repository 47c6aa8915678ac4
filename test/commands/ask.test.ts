import { describe, expect, it } from 'vitest';
import { writeSmallProject } from '../fixtures/small-project.ts';
import { allText, startBot } from '../fixtures/start-bot.ts';

describe('ask', () => {
  it('answers the question and remembers it for the next one', async () => {
    const { run, asker } = await startBot(writeSmallProject().folder);
    const reply = await run('ask how many people does Borel lay off');
    expect(reply.status).toBe('answered');
    expect(allText(reply)).toContain('Borel lays off about 250 people');
    expect(asker.conversation.questions).toEqual(['how many people does Borel lay off']);
  });

  it('takes a colon, an equals sign and dashes in a question for what they are', async () => {
    const { run, asker } = await startBot(writeSmallProject().folder);
    await run('ask Borel: layoffs=how many --really');
    expect(asker.conversation.questions).toEqual(['Borel: layoffs=how many --really']);
  });

  it('says how it is written when there is no question', async () => {
    const { run } = await startBot(writeSmallProject().folder);
    expect(allText(await run('ask'))).toContain('/ask <question>');
  });
});
