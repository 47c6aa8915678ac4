import { describe, expect, it } from 'vitest';
import { allText } from '../fixtures/start-bot.ts';
import { runWith } from './run-with.ts';

describe('settings', () => {
  it('says in a terminal that there is nothing to set', async () => {
    expect(allText(await runWith('settings'))).toContain('There is nothing to set here');
    expect(allText(await runWith('settings', { language: 'fr' }))).toContain('Il n’y a rien à régler ici');
  });
});
