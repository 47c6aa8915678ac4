import { describe, expect, it } from 'vitest';
import { Conversation } from '../../src/bot/conversation.ts';
import { startBot } from '../fixtures/start-bot.ts';

describe('Conversation', () => {
  it('lets a question lean on the one before', async () => {
    const { bot } = await startBot();
    const conversation = bot.converse();
    expect(conversation.ask('How many people did Klarna lay off in 2022?').facts[0]).toBe('klarna-jobs-cut-2022');
    expect(conversation.ask('and Fiverr?').facts[0]).toBe('fiverr-jobs-cut');
    expect(bot.converse().ask('and Fiverr?').facts[0]).toBe(bot.ask('and Fiverr?', []).facts[0]);
  });

  it('keeps the last four questions, oldest first', () => {
    const threads: (readonly string[])[] = [];
    const conversation = new Conversation((_, thread) => {
      threads.push(thread);
      return { language: 'en', status: 'unknown', reason: 'unclear', blocks: [], facts: [], sources: [], suggestions: [], version: '' };
    }, 'en');
    for (const question of ['a', 'b', 'c', 'd', 'e', 'f']) conversation.ask(question);
    expect(threads).toEqual([[], ['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd'], ['b', 'c', 'd', 'e']]);
    expect(conversation.questions).toEqual(['c', 'd', 'e', 'f']);
  });

  it('goes over to the language of the last question, and stays there for words that have none', async () => {
    const { bot } = await startBot();
    const conversation = bot.converse();
    expect(conversation.language).toBe('en');
    conversation.ask('combien de personnes Fiverr a-t-il licenciées ?');
    expect(conversation.language).toBe('fr');
    expect(conversation.ask('Klarna').language).toBe('fr');
    conversation.ask('how many people did Klarna lay off?');
    expect(conversation.language).toBe('en');
  });
});
