import { describe, expect, it } from 'vitest';
import type { Leaver } from '../../src/state/privacy.ts';
import { HERE } from '../bot/start-reception.ts';
import { allText } from '../fixtures/start-bot.ts';
import { runWith } from './run-with.ts';

const FORGOTTEN = { questions: 1, votes: 2, waiting: 1, done: 3, taken: 1, changes: 1 };

describe('forget', () => {
  it.each(['en', 'fr'] as const)('says what it was, kind by kind: %s', async (language) => {
    const leavers: Leaver[] = [];
    const forget = (leaver: Leaver) => {
      leavers.push(leaver);
      return Promise.resolve(FORGOTTEN);
    };
    const reply = await runWith('forget', { language, place: HERE, records: { privacy: { retentionDays: () => 90, forget } } });
    const items = reply.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
    expect(items.map((item) => Number.parseInt(item, 10))).toEqual(Object.values(FORGOTTEN));
    expect(leavers).toEqual([{ person: 'somebody', platform: 'test', id: 'ann' }]);
  });

  it('says plainly where nothing is remembered, and in a terminal that there is nothing to forget', async () => {
    expect(allText(await runWith('forget', { place: HERE }))).toContain('here I remember nothing');
    expect(allText(await runWith('forget'))).toBe('Here I remember nothing of you beyond this conversation.');
    expect(allText(await runWith('forget', { language: 'fr' }))).toBe('Ici, je ne retiens rien de vous au-delà de cette conversation.');
  });
});
