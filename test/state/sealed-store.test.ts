import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeInstallationStore } from '../../src/adapters/slack/installation-store.ts';
import { makeSecretBox } from '../../src/bot/secret-box.ts';
import { openSealedStore } from '../../src/state/open-sealed-store.ts';
import { sealed } from '../../src/state/schema.ts';
import { DATABASES } from './databases.ts';
import { makeState, SILENT } from './open-state.ts';

const TOKEN = 'xoxb-very-secret';
const installation = { team: 'T7', botToken: TOKEN, botId: 'B7', botUserId: 'U7', scopes: ['chat:write'], installedAt: '2026-03-01T12:00:00Z' };

describe.each(DATABASES)('installations on $name', ({ fresh }) => {
  it('are kept sealed, opened with an old key and sealed with the new one, and deleted', async () => {
    const { place, remove } = await fresh();
    onTestFinished(remove);
    const state = makeState({ place });
    await state.start();
    const store = openSealedStore(state);
    const [old = '', next = ''] = [1, 2].map(() => randomBytes(32).toString('base64'));
    const first = makeInstallationStore(store, makeSecretBox(old, []), SILENT);
    await first.save(installation);
    const rows = () => state.read((database) => database.select().from(sealed));
    expect(JSON.stringify(await rows())).not.toContain(TOKEN);
    const [before] = await rows();
    const rotated = makeInstallationStore(store, makeSecretBox(next, [old]), SILENT);
    expect(await rotated.find('T7')).toEqual(installation);
    expect((await rows())[0]?.sealed).not.toBe(before?.sealed);
    const after = makeInstallationStore(store, makeSecretBox(next, []), SILENT);
    await expect(first.find('T7')).rejects.toMatchObject({ code: 'NO_SUCH_KEY' });
    expect(await after.find('T7')).toEqual(installation);
    await after.remove('T7');
    expect(await rows()).toEqual([]);
  });
});
