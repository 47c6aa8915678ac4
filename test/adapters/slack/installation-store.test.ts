import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeInstallationStore } from '../../../src/adapters/slack/installation-store.ts';
import { makeSecretBox } from '../../../src/bot/secret-box.ts';
import { openLog } from '../../../src/log.ts';
import { sealedMemory } from './sealed-memory.ts';

const key = () => randomBytes(32).toString('base64');
const log = openLog('silent');
const first = { team: 'T1', botToken: 'xoxb-first', botId: 'B1', botUserId: 'U1', scopes: ['chat:write'], installedAt: '2026-11-22T00:00:00.000Z' };
const second = { ...first, team: 'T2', botToken: 'xoxb-second' };

describe('where the bot is installed', () => {
  it('is kept sealed, found again, and removed', async () => {
    const memory = sealedMemory();
    const store = makeInstallationStore(memory, makeSecretBox(key(), []), log);
    await store.save(first);
    expect([...memory.rows]).toEqual([['slack:T1', expect.not.stringContaining('xoxb')]]);
    expect(await store.find('T1')).toEqual(first);
    expect(await store.find('T2')).toBeNull();
    await store.remove('T1');
    await store.remove('T1');
    expect(await store.find('T1')).toBeNull();
    expect(memory.rows.size).toBe(0);
  });

  it('is sealed with the new key as soon as it is read after a rotation', async () => {
    const memory = sealedMemory();
    const [before, after] = [key(), key()];
    await makeInstallationStore(memory, makeSecretBox(before, []), log).save(first);
    expect(await makeInstallationStore(memory, makeSecretBox(after, [before]), log).find('T1')).toEqual(first);
    expect(await makeInstallationStore(memory, makeSecretBox(after, []), log).find('T1')).toEqual(first);
  });

  it('is found though it could not be sealed anew', async () => {
    const memory = sealedMemory();
    const [before, after] = [key(), key()];
    await makeInstallationStore(memory, makeSecretBox(before, []), log).save(first);
    const readOnly = { ...memory, write: () => Promise.reject(new Error('the disk is full')) };
    expect(await makeInstallationStore(readOnly, makeSecretBox(after, [before]), log).find('T1')).toEqual(first);
  });

  it('is not found in the row of another workspace', async () => {
    const memory = sealedMemory();
    const store = makeInstallationStore(memory, makeSecretBox(key(), []), log);
    await store.save(first);
    await store.save(second);
    const [one = '', other = ''] = ['slack:T1', 'slack:T2'].map((row) => memory.rows.get(row));
    memory.rows.set('slack:T1', other).set('slack:T2', one);
    await expect(store.find('T1')).rejects.toThrow(expect.objectContaining({ code: 'SEALED_DAMAGED' }));
    await expect(store.find('T2')).rejects.toThrow(expect.objectContaining({ code: 'SEALED_DAMAGED' }));
  });

  it('says what to do where the key is gone', async () => {
    const memory = sealedMemory();
    await makeInstallationStore(memory, makeSecretBox(key(), []), log).save(first);
    await expect(makeInstallationStore(memory, makeSecretBox(key(), []), log).find('T1')).rejects.toThrow(/ENCRYPTION_KEY_OLD.*install anew/);
  });
});
