import { describe, expect, it } from 'vitest';
import { allText, startBot } from '../fixtures/start-bot.ts';

describe('help', () => {
  it('shows each command as its file defines it, and three questions on three companies', async () => {
    const { run, bot } = await startBot();
    const reply = await run('help');
    for (const { name, description, options } of bot.commands) {
      const [option] = options;
      expect(allText(reply)).toContain(`/${name}${option === undefined ? ' |' : option.required ? ' <' : ' ['}`);
      expect(allText(reply)).toContain(description.en);
    }
    expect(reply.suggestions).toHaveLength(3);
  });

  it('offers only examples that it can answer, in either language', async () => {
    const { bot } = await startBot();
    for (const language of ['en', 'fr'] as const) {
      for (const example of bot.library.examples(language)) expect(bot.ask(example, [])).toMatchObject({ status: 'answered', language });
    }
  });

  it('speaks the language of the conversation', async () => {
    const { run, asker } = await startBot();
    asker.conversation.ask('combien de personnes Klarna a-t-elle licenciées ?');
    expect(allText(await run('help'))).toContain('Comment demander');
  });

  it('shows the commands of the place where it is asked, too, written as there', async () => {
    const { bot, asker } = await startBot();
    const wave = { name: 'wave', description: { en: 'Say hello', fr: 'Saluer' }, options: [], admin: false, run: () => [] };
    expect(allText(await bot.runTyped('help', { ...asker, prefix: '/layoffs ', own: [wave], buttons: false, id: 'test' }))).toMatch(
      /\/layoffs list[\s\S]*\/layoffs wave \| Say hello/,
    );
  });
});
