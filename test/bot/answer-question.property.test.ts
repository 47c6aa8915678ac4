import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/reply/reply.ts';
import { TEXTS } from '../../src/reply/texts.ts';
import { anyText } from '../fixtures/any-text.ts';
import { allText, startBot } from '../fixtures/start-bot.ts';

const { bot, asker } = await startBot();

/** Words that bring a question close to facts, and what must not come back from one. */
const NASTY = [
  '@everyone',
  '@here',
  '<@U123>',
  '<@&42>',
  '<!channel>',
  '<#C1|x>',
  '[x](http://evil.test)',
  'http://evil.test',
  '\u001b[31m',
  '\u0000',
  '\u0007',
  '\u202e',
  '\u200b',
  '\ud800',
] as const;
const WORDS = [
  'Klarna',
  'klarma',
  'Fiverr',
  'Shopify',
  'Alexa',
  'how many',
  'combien',
  'who says',
  'pourquoi',
  'compare',
  'and',
  'et',
  '700',
  '2022',
  '30 %',
  '?',
  '!',
  '.',
  '\n',
  ' ',
] as const;

const nastyQuestion = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...NASTY), anyText), { maxLength: 12 }).map((parts) => parts.join(' '));
const thread = fc.array(fc.oneof(nastyQuestion, anyText), { maxLength: 6 });
const longText = fc
  .tuple(fc.oneof(nastyQuestion, anyText), fc.integer({ min: 2_001, max: 100_000 }))
  .map(([text, length]) => text.padEnd(1, 'a').repeat(length).slice(0, length));

const CUT = [TEXTS.en.cut, TEXTS.fr.cut];

function expectSound(reply: Reply): void {
  const text = allText(reply);
  expect(text.trim()).not.toBe('');
  expect(reply.status === 'unknown').toBe(reply.reason !== null);
  expect(text).not.toMatch(/@everyone|@here|<[@!#]|evil\.test|\]\(/);
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b]/u);
  expect(text.isWellFormed()).toBe(true);
}

describe('answerQuestion', () => {
  it('replies to any text, whatever was asked before', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, nastyQuestion), thread, (question, earlier) => expectSound(bot.ask(question, earlier))),
      { numRuns: 600 },
    );
  });

  it('says of a text of over 2,000 characters that only its beginning was read, and of a shorter one never', () => {
    const wasCut = (question: string) => CUT.some((cut) => allText(bot.ask(question, [])).includes(cut));
    fc.assert(
      fc.property(longText, (question) => wasCut(question)),
      { numRuns: 60 },
    );
    fc.assert(
      fc.property(nastyQuestion, (question) => question.length > 2_000 || !wasCut(question)),
      { numRuns: 100 },
    );
    expect(wasCut('a'.repeat(2_000))).toBe(false);
    expect(wasCut('a'.repeat(2_001))).toBe(true);
  });

  it('answers by the beginning of a long text', () => {
    const reply = bot.ask(`How many people did Klarna lay off in 2022? ${'bla '.repeat(700)}`, []);
    expect(reply).toMatchObject({ status: 'answered' });
    expect(reply.facts).toContain('klarna-jobs-cut-2022');
  });

  it('takes long texts as earlier questions, too', () => {
    fc.assert(
      fc.property(fc.array(longText, { minLength: 1, maxLength: 3 }), (earlier) => expectSound(bot.ask('and Fiverr?', earlier))),
      { numRuns: 40 },
    );
    expectSound(
      bot.ask(
        'why?',
        Array.from({ length: 10_000 }, () => 'Klarna?'),
      ),
    );
  });

  it('stays quick for 100,000 characters, as a question and as an earlier one', () => {
    const hard = [
      'a'.repeat(100_000),
      'klarna '.repeat(14_286),
      '. '.repeat(50_000),
      '1 '.repeat(50_000),
      '1,'.repeat(50_000),
      'é\u0301'.repeat(50_000),
      '\u200b'.repeat(100_000),
      "l'".repeat(50_000),
      '<@U123>'.repeat(14_286),
    ];
    for (const text of hard) {
      const start = performance.now();
      expectSound(bot.ask(text, []));
      expectSound(bot.ask('why?', [text]));
      expect({ text: text.slice(0, 10), quick: performance.now() - start < 1_000 }).toEqual({ text: text.slice(0, 10), quick: true });
    }
  });
});

describe('commands', () => {
  it('reply to any text after their name', async () => {
    const names = fc.oneof(fc.constantFrom(...bot.commands.map(({ name }) => name).filter((name) => name !== 'reload')), anyText);
    await fc.assert(
      fc.asyncProperty(names, fc.oneof(nastyQuestion, anyText), async (name, rest) => expectSound(await bot.runTyped(`${name} ${rest}`, asker))),
      { numRuns: 300 },
    );
  });
});
