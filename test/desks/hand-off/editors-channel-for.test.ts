import { describe, expect, it } from 'vitest';
import { editorsChannelFor } from '../../../src/desks/hand-off/editors-channel-for.ts';

const DISCORD = '123456789012345678';

describe('the editors’ channel of a platform', () => {
  it('is the one that is named for it', () => {
    const channels = [`discord:${DISCORD}`, 'slack:C1'];
    expect(editorsChannelFor('slack', channels)).toBe('C1');
    expect(editorsChannelFor('discord', channels)).toBe(DISCORD);
  });

  it('is otherwise the one whose id looks like one of its own', () => {
    expect(editorsChannelFor('slack', [DISCORD, 'C0EDITORS'])).toBe('C0EDITORS');
    expect(editorsChannelFor('slack', ['G0EDITORS'])).toBe('G0EDITORS');
    expect(editorsChannelFor('discord', ['C0EDITORS', DISCORD])).toBe(DISCORD);
  });

  it('is none where none fits', () => {
    expect(editorsChannelFor('slack', [])).toBeNull();
    expect(editorsChannelFor('slack', [DISCORD, `discord:${DISCORD}`, 'editors'])).toBeNull();
    expect(editorsChannelFor('terminal', ['C0EDITORS'])).toBeNull();
  });
});
