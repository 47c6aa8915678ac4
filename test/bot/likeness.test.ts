import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { startBot } from '../fixtures/start-bot.ts';

/** Each of them has at least one question; those of a group ask for the same. */
const groups = z.array(z.array(z.string())).parse(parse(readFileSync(join(import.meta.dirname, 'alike-questions.yaml'), 'utf8')));

let ask: (question: string, thread?: readonly string[]) => string;

beforeAll(async () => {
  const { bot } = await startBot();
  ask = (question, thread = []) => bot.likeness({ question, thread, reply: bot.ask(question, thread) });
}, 60_000);

describe('the likeness of questions that have no answer', () => {
  it('is the same for two that differ in typos, capitals, articles and punctuation', () => {
    expect(ask('What is the weather in Stockholm tomorow??')).toBe(ask('what is weather in stockholm tomorrow'));
    expect(ask('WHICH GPT version runs klarnas chatbot')).toBe(ask('which gpt version runs klarna’s chatbot?'));
  });

  it('is the same in both languages where they are about a gap that is known', () => {
    expect(ask('how much severance are the 250 fiverr ppl getting')).toBe(ask("les 250 virés de fiverr touchent combien d'indemnités ?"));
  });

  it('is another one for another company, also where the gap is about nobody in particular', () => {
    expect(ask('where is the headquarters of Klarna')).not.toBe(ask('where is the headquarters of Fiverr'));
  });

  it('leans on what was asked before, as the answer does', () => {
    const before = ask('and their severance?', ['how many people did Fiverr lay off']);
    expect(before).not.toBe(ask('and their severance?', ['how many people did Klarna lay off']));
  });

  it.each(['', '👀', '<!channel> @everyone', 'null\0byte', '\ud800', 'x'.repeat(4_000), 'word '.repeat(800)])('is told of anything: %j', (question) => {
    expect(ask(question)).toBe(ask(question));
  });

  it('puts most of those that ask for the same together, over languages too, and hardly any others', () => {
    const asked = groups.flatMap((questions, group) => questions.map((question) => ({ question, group, likeness: ask(question) })));
    const pairs = asked.flatMap((left, at) =>
      asked.slice(at + 1).map((right) => ({ same: left.group === right.group, together: left.likeness === right.likeness })),
    );
    const same = pairs.filter((pair) => pair.same);
    const others = pairs.filter((pair) => !pair.same);
    const together = same.filter((pair) => pair.together).length;
    const wrong = others.filter((pair) => pair.together).length;
    expect(together / same.length).toBeGreaterThan(0.78);
    expect(wrong / others.length).toBeLessThan(0.004);
  });
});
