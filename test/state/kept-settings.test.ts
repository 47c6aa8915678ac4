import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type KeptSettings, keepSettings } from '../../src/state/kept-settings.ts';
import type { Notices } from '../../src/state/notices.ts';
import { openNotices } from '../../src/state/notices.ts';
import type { DatabasePlace } from '../../src/state/open-database.ts';
import { settings as table } from '../../src/state/schema.ts';
import type { Settings, SettingsPlace } from '../../src/state/settings.ts';
import { DATABASES, freshOnServer } from './databases.ts';
import { makeState, SILENT } from './open-state.ts';

const HERE: SettingsPlace = { platform: 'slack', workspace: 'T1', channel: 'C1' };
const THERE: SettingsPlace = { ...HERE, channel: 'C2' };
const USUAL: Settings = { language: null, privateByDefault: true, followUps: false, channels: [], answers: true, editorsChannel: null };
const ALONE: Pick<Notices, 'publish' | 'on'> = { publish: () => Promise.resolve(), on: () => {} };

async function open(place: DatabasePlace, shared = false) {
  const lines: string[] = [];
  const log = pino({ level: 'debug', base: null }, { write: (line: string) => lines.push(line) });
  const state = makeState({ place });
  const notices = openNotices(state, SILENT);
  onTestFinished(() => notices.close());
  const kept = keepSettings({ state, log, usual: (platform) => ({ ...USUAL, editorsChannel: `usual of ${platform}` }), notices: shared ? notices : ALONE });
  await state.start();
  return { state, kept, notices, lines };
}

async function seen(kept: KeptSettings, place: SettingsPlace, wanted: Partial<Settings>): Promise<void> {
  await vi.waitFor(() => expect(kept.of(place)).toMatchObject(wanted), { timeout: 3_000, interval: 10 });
}

describe.each(DATABASES)('settings on $name', ({ fresh }) => {
  it('are in effect at once, the channel’s over the workspace’s over the default', async () => {
    const { place, remove } = await fresh();
    onTestFinished(remove);
    const { kept, state, lines } = await open(place);
    expect(kept.of(HERE)).toEqual({ ...USUAL, editorsChannel: 'usual of slack' });

    await kept.save('slack:T1', { language: 'fr', followUps: true, channels: ['C2', 'C3'] }, 'ann');
    await kept.save('slack:T1:C1', { language: 'question', privateByDefault: false, editorsChannel: 'C9' }, 'ann');
    const inEffect = { language: null, privateByDefault: false, followUps: true, channels: ['C2', 'C3'], answers: false, editorsChannel: 'C9' };
    expect(kept.of(HERE)).toEqual(inEffect);
    expect(kept.of(THERE)).toEqual({ ...USUAL, language: 'fr', followUps: true, channels: ['C2', 'C3'], editorsChannel: 'usual of slack' });
    expect(kept.view(HERE).from).toEqual({
      language: 'channel',
      privateByDefault: 'channel',
      followUps: 'workspace',
      channels: 'workspace',
      answers: 'workspace',
      editorsChannel: 'channel',
    });
    expect(kept.above(HERE, 'channel')).toMatchObject({ language: 'fr', followUps: true, answers: false });
    expect(kept.above(HERE, 'workspace')).toEqual({ ...USUAL, editorsChannel: 'usual of slack' });

    // Other places have nothing of it.
    expect(kept.of({ ...HERE, workspace: 'T2' })).toEqual({ ...USUAL, editorsChannel: 'usual of slack' });
    expect(kept.view({ platform: 'discord', workspace: null, channel: 'D1' })).toMatchObject({
      scopes: null,
      settings: { editorsChannel: 'usual of discord' },
    });
    // A thread with an id of its own is in its channel.
    expect(kept.of({ ...HERE, channel: 'thread', above: 'C1' })).toEqual(inEffect);

    await kept.save('slack:T1:C1', { answers: true }, 'ann');
    expect(kept.of(HERE)).toMatchObject({ language: 'fr', answers: true });
    await kept.save('slack:T1:C1', {}, 'ann');
    expect(kept.of(HERE)).toMatchObject({ language: 'fr', privateByDefault: true, answers: false });
    expect(await state.read((database) => database.$count(table))).toBe(1);

    // The next start has them, and ignores what it cannot read.
    const bad = { scope: 'slack:T1:C7', value: { language: 'it' }, at: new Date(), person: null };
    await state.change((transaction) => transaction.insert(table).values(bad));
    await state.close(1_000);
    const again = await open(place);
    await seen(again.kept, HERE, { language: 'fr', answers: false });
    expect(again.kept.of({ ...HERE, channel: 'C7' })).toMatchObject({ language: 'fr' });
    expect(again.lines.filter((line) => line.includes('slack:T1:C7') && line.includes('ignored'))).toHaveLength(1);
    expect(lines.join('')).not.toContain('ignored');
  });

  it('that cannot be kept are not in effect', async () => {
    const { place, remove } = await fresh();
    onTestFinished(remove);
    const { kept, state } = await open(place);
    await state.close(1_000);
    await expect(kept.save('slack:T1', { language: 'fr' }, 'ann')).rejects.toMatchObject({ code: 'NO_STATE' });
    expect(kept.of(HERE).language).toBeNull();
  });
});

describe('settings on a server that two processes share', () => {
  it('are in effect on the other within a second', async () => {
    const { place, remove } = await freshOnServer();
    onTestFinished(remove);
    const [one, other] = [await open(place, true), await open(place, true)];
    const scope = `slack:${randomUUID()}`;
    const where = { ...HERE, workspace: scope.slice('slack:'.length) };
    await one.kept.save(scope, { language: 'fr' }, 'ann');
    await vi.waitFor(() => expect(other.kept.of(where).language).toBe('fr'), { timeout: 1_000, interval: 10 });
    await other.kept.save(scope, { language: 'en' }, 'bob');
    await vi.waitFor(() => expect(one.kept.of(where).language).toBe('en'), { timeout: 1_000, interval: 10 });
  });
});
