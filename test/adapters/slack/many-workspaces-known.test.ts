import { webApi } from '@slack/bolt';
import { beforeEach, describe, expect, it } from 'vitest';
import type { InstallationStore } from '../../../src/adapters/slack/installation-store.ts';
import { makeParts } from '../../../src/adapters/slack/make-parts.ts';
import { type ManyWorkspaces, manyWorkspaces } from '../../../src/adapters/slack/many-workspaces.ts';
import type { SlackInstallation } from '../../../src/adapters/slack/slack-installation.ts';
import { Reception } from '../../../src/bot/reception.ts';
import { openLog } from '../../../src/log.ts';
import { startBot } from '../../fixtures/start-bot.ts';

const log = openLog('silent');
const { bot } = await startBot();
const reception = new Reception({ bot, log, now: Date.now, threadFollowUps: false });
const settings = { botToken: null, appToken: null, signingSecret: null, port: null, host: '127.0.0.1', apiUrl: null };

describe('what is known of a workspace', () => {
  let rows: Map<string, SlackInstallation>;
  let time: number;
  let find: InstallationStore['find'];
  let workspaces: ManyWorkspaces;

  const install = (team: string, botToken: string) => {
    rows.set(team, { team, botToken, botId: `B${team}`, botUserId: `U${team}`, scopes: [], installedAt: '2026-11-22T00:00:00.000Z' });
  };
  const tokenIn = async (team: string) => (await workspaces.named(team)).client.token;

  beforeEach(() => {
    rows = new Map();
    time = 0;
    find = async (team) => rows.get(team) ?? null;
    workspaces = manyWorkspaces({
      installations: { find: (team) => find(team), save: async () => {}, remove: async () => {} },
      partsFor: ({ team, botId, botUserId, botToken }) =>
        makeParts({ bot, reception, settings, log, admins: new Set() }, { teamId: team, botId, botUserId, name: 'layoffs' }, new webApi.WebClient(botToken)),
      log,
      now: () => time,
    });
    install('T1', 'xoxb-1');
  });

  it('is its own token and identity', async () => {
    install('T2', 'xoxb-2');
    expect(await tokenIn('T1')).toBe('xoxb-1');
    const { client, identity } = await workspaces.serving({ teamId: 'T2' });
    expect([client.token, identity.teamId, identity.botUserId]).toEqual(['xoxb-2', 'T2', 'UT2']);
  });

  it('is read once a minute, and stays the same as long as its token does', async () => {
    let reads = 0;
    find = async (team) => {
      reads += 1;
      return rows.get(team) ?? null;
    };
    const before = await workspaces.named('T1');
    await workspaces.named('T1');
    expect(reads).toBe(1);
    time += 60_000;
    expect(await workspaces.named('T1')).toBe(before);
    expect(reads).toBe(2);
  });

  it('is the new token a minute after it was installed anew elsewhere', async () => {
    await tokenIn('T1');
    install('T1', 'xoxb-new');
    expect(await tokenIn('T1')).toBe('xoxb-1');
    time += 60_000;
    expect(await tokenIn('T1')).toBe('xoxb-new');
  });

  it('is gone a minute after it was removed elsewhere', async () => {
    await tokenIn('T1');
    rows.delete('T1');
    time += 60_000;
    await expect(tokenIn('T1')).rejects.toThrow('not installed in the Slack workspace T1');
    await expect(tokenIn('T1')).rejects.toThrow('not installed');
  });

  it('serves on where the store fails, or does not answer', async () => {
    await tokenIn('T1');
    find = () => Promise.reject(new Error('away'));
    time += 60_000;
    expect(await tokenIn('T1')).toBe('xoxb-1');
    find = () => new Promise(() => {});
    time += 60_000;
    const asked = performance.now();
    expect(await tokenIn('T1')).toBe('xoxb-1');
    expect(performance.now() - asked).toBeLessThan(2_000);
  });

  it('is no workspace where none is named', async () => {
    await expect(workspaces.named(null)).rejects.toThrow('it was not said in which');
  });
});
