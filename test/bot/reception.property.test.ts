import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../fixtures/any-text.ts';
import { ANN, BOB, knowledgeOf, person, startReception, startSmallBot, textOf } from './start-reception.ts';

const ADMIN = person('admin', { admin: true, moderator: true, language: 'fr' });
const KINDS = ['ask', 'source', 'share', 'dismiss', 'apply', 'cancel', 'dance'] as const;
const WORDS = [
  'Acme',
  'Borel',
  'how many',
  'combien',
  'public:true',
  'question:',
  '--',
  ':',
  ',',
  '\n',
  '@everyone',
  '<!channel>',
  '\u202e',
  '\ud800',
  'apply:true',
];

const action = fc
  .oneof(
    anyText,
    fc.tuple(fc.constantFrom(...KINDS), fc.oneof(anyText, fc.string({ maxLength: 90 }))).map(([kind, argument]) => `${kind}:${argument}`),
  )
  .map((text) => text.slice(0, 100));
const typed = fc
  .tuple(
    fc.constantFrom('', 'ask', 'company', 'compare', 'help', 'list', 'reload', 'sources', 'status', 'timeline', 'compny'),
    fc.array(fc.oneof(fc.constantFrom(...WORDS), anyText), { maxLength: 8 }),
  )
  .map(([name, words]) => [name, ...words].join(' '));
const by = fc.constantFrom(ANN, BOB, ADMIN);
const audience = fc.constantFrom('private' as const, 'public' as const);

/** Reloads go back and forth between two versions, and now and then break down. */
async function startChangingReception() {
  const editions = await Promise.all([knowledgeOf(), knowledgeOf()]);
  let loads = 0;
  const { bot } = await startSmallBot(async () => editions[++loads % 2] ?? knowledgeOf());
  return startReception({ bot, threadFollowUps: true });
}

describe('Reception', () => {
  it('answers any action that is pressed with one message, and fails on none', async () => {
    const { press, pass, errors } = await startChangingReception();
    const kinds = new Set<string>();
    await fc.assert(
      fc.asyncProperty(action, by, audience, async (pressed, who, seenBy) => {
        pass(10_000);
        const outgoing = await press(pressed, { by: who, audience: seenBy });
        kinds.add(outgoing.kind);
        if (outgoing.kind !== 'remove') expect(textOf(outgoing).trim()).not.toBe('');
        expect(errors()).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect(kinds).toEqual(new Set(['say', 'replace', 'remove']));
  });

  it('answers anything that is typed with one message, and fails on nothing', async () => {
    const { type, pass, errors } = await startChangingReception();
    await fc.assert(
      fc.asyncProperty(typed, by, audience, async (text, who, seenBy) => {
        pass(10_000);
        const told = textOf(await type(text, { by: who, audience: seenBy }));
        expect(told.trim()).not.toBe('');
        expect(told.isWellFormed()).toBe(true);
        expect(told).not.toMatch(/@everyone|<!|\u202e/);
        expect(errors()).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('says nothing or one thing to any remark, and fails on none', async () => {
    const { ask, remark, pass, errors } = await startChangingReception();
    await fc.assert(
      fc.asyncProperty(typed, by, async (text, who) => {
        pass(10_000);
        await ask('how many people work at Acme now', { by: who });
        expect((await remark(text, { by: who })).length).toBeLessThanOrEqual(1);
        expect(errors()).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('stays quick for 40,000 characters', async () => {
    const { type, press, errors } = await startReception({ bot: (await startSmallBot()).bot });
    const hard = [
      '?'.repeat(39_999),
      ' '.repeat(40_000),
      'public:'.repeat(5_700),
      ' public:true'.repeat(3_300),
      'a '.repeat(20_000),
      `company ${'a:'.repeat(19_000)}`,
    ];
    for (const text of hard.map((one) => `${one}x`)) {
      const start = performance.now();
      await type(text);
      await press(`ask:${text}`);
      expect({ text: text.slice(0, 10), quick: performance.now() - start < 1_000 }).toEqual({ text: text.slice(0, 10), quick: true });
    }
    expect(errors()).toEqual([]);
  });
});
