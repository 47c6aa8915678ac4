import { describe, expect, it } from 'vitest';
import { startBot } from '../fixtures/start-bot.ts';

const { bot } = await startBot();
const ask = (question: string) => bot.ask(question, []);

describe('an answer', () => {
  it.each(['klarna 66 %', '66% klarna ?'])('takes a bare figure for the fact that holds it: %s', (question) => {
    expect(ask(question)).toMatchObject({ status: 'answered', facts: expect.arrayContaining(['klarna-ai-workload-66']) });
  });

  it.each(['the pay later outfit', 'le groupe du paiement différé', 'the instalments firm'])(
    'knows a company by what it does, whatever it is called: %s',
    (who) => {
      const reply = ask(`${who}: who is the CEO ?`);
      expect(reply.facts).toContain('klarna-ceo-siemiatkowski');
    },
  );

  it('tells both aspects that are asked for together', () => {
    const { facts } = ask('quick question: was the Klarna bot faster, and what about customer satisfaction');
    expect(facts).toContain('klarna-ai-satisfaction');
    expect(facts.some((id) => /speed/.test(id))).toBe(true);
  });

  it('shows what the other document says where both sides are asked for', () => {
    const { sources } = ask('did AI replace staff at Klarna? give me both versions');
    expect(new Set(sources.map(({ document }) => document)).size).toBeGreaterThan(1);
  });

  it('mends words to words, not to stems', () => {
    expect(ask('is fivver firng poeple')).toMatchObject({ status: 'answered' });
  });

  it('lists only companies that it has something to the point on', () => {
    const { facts, blocks } = ask('which companies use AI in customer service?');
    expect(facts).toContain('fiverr-ai-customer-service');
    expect(blocks).not.toContainEqual({ kind: 'heading', text: 'OpenAI' });
  });

  it('offers questions that it can answer, short enough for a button, none of them just answered', () => {
    const reply = ask('how many people did fiverr let go');
    expect(reply.suggestions.length).toBeGreaterThan(0);
    for (const question of reply.suggestions) {
      expect(question.length).toBeLessThanOrEqual(75);
      expect(ask(question)).toMatchObject({ status: 'answered', language: 'en' });
    }
  });

  it('gives another fact where the best one is known not to give what is asked for', () => {
    expect(ask('les 18k suppressions chez amazon, c’était quand')).toMatchObject({ status: 'answered', facts: expect.arrayContaining(['amazon-18000-when']) });
  });
});
