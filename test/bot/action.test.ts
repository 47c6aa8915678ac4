import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, LONGEST_ACTION, readAction, shortId, writeAction } from '../../src/bot/action.ts';
import { anyText } from '../fixtures/any-text.ts';
import { startBot } from '../fixtures/start-bot.ts';

const argument = fc
  .tuple(anyText, fc.integer({ min: 1, max: 20 }))
  .map(([text, times]) => text.repeat(times))
  .filter((text) => text !== '');
const action: fc.Arbitrary<Action> = fc.oneof(
  argument.map((question) => ({ kind: 'ask', question }) as const),
  fc.array(argument.map(shortId), { minLength: 1, maxLength: 20 }).map((facts) => ({ kind: 'source', facts }) as const),
  argument.map((answer) => ({ kind: 'share', answer }) as const),
  argument.map((asker) => ({ kind: 'dismiss', asker }) as const),
  argument.map((version) => ({ kind: 'apply', version }) as const),
  argument.map((version) => ({ kind: 'cancel', version }) as const),
);

describe('writeAction', () => {
  it('writes what readAction reads, or nothing where that is too long for a button', () => {
    let tooLong = 0;
    fc.assert(
      fc.property(action, (one) => {
        const written = writeAction(one);
        if (written === null) tooLong++;
        else {
          expect(written.length).toBeLessThanOrEqual(LONGEST_ACTION);
          expect(readAction(written)).toEqual(one);
        }
      }),
      { numRuns: 500, seed: 1 },
    );
    expect(tooLong).toBeGreaterThan(0);
    expect(tooLong).toBeLessThan(250);
  });

  it('fills a button to the last character', () => {
    expect(writeAction({ kind: 'ask', question: 'a'.repeat(96) })).toHaveLength(100);
    expect(writeAction({ kind: 'ask', question: 'a'.repeat(97) })).toBeNull();
  });

  it('holds as many facts as the bot names under an answer', () => {
    const facts = Array.from({ length: 13 }, (_, at) => shortId(`fact ${at}`));
    expect(readAction(writeAction({ kind: 'source', facts }) ?? '')).toEqual({ kind: 'source', facts });
  });

  it('holds every question that the bot offers in the project’s data', async () => {
    const { bot } = await startBot();
    const offered = bot.library
      .companies('en')
      .flatMap(({ id }) => [...bot.library.profile(id, 'en').suggestions, ...bot.library.profile(id, 'fr').suggestions]);
    expect(offered.length).toBeGreaterThan(10);
    expect(offered.filter((question) => writeAction({ kind: 'ask', question }) === null)).toEqual([]);
  });
});

describe('readAction', () => {
  it('reads nothing out of what no version of the bot wrote', () => {
    for (const text of ['', ':', 'ask', 'ask:', ':x', 'Ask:x', ' ask:x', 'dance:x', 'constructor:x', 'ask\u0000:x']) expect(readAction(text)).toBeNull();
  });

  it('reads any text without failing', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ maxLength: 100 })), (text) => {
        const read = readAction(text);
        if (read !== null) expect(writeAction(read)).toBe(text);
      }),
    );
  });
});

describe('shortId', () => {
  it('tells all facts of the project’s data apart, in letters that a button may hold', async () => {
    const { base } = await startBot();
    const ids = [...base.facts.keys()];
    const short = ids.map(shortId);
    expect(new Set(short).size).toBe(ids.length);
    for (const id of short) expect(id).toMatch(/^[\w-]{6}$/);
  });
});
