import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Platform } from '../../../src/adapters/platform.ts';
import { type InstallationStore, makeInstallationStore } from '../../../src/adapters/slack/installation-store.ts';
import { startSlack } from '../../../src/adapters/slack/start-slack.ts';
import { Reception } from '../../../src/bot/reception.ts';
import { plainReply } from '../../../src/bot/say.ts';
import { makeSecretBox } from '../../../src/bot/secret-box.ts';
import { openLog } from '../../../src/log.ts';
import { freePort } from '../../fixtures/free-port.ts';
import { startBot } from '../../fixtures/start-bot.ts';
import { localSlackMissing } from '../../servers/slack/local-slack-binary.ts';
import { type LocalSlack, startLocalSlack } from '../../servers/slack/start-local-slack.ts';
import { app, channels, oauth, other, otherChannels, otherPeople, people, type Workspace } from '../../servers/slack/workspace.ts';
import { sealedMemory } from './sealed-memory.ts';
import { buttonsOf, expectClean, first, settingsFor } from './start-slack-bot.ts';

const QUESTION = 'How many people did Klarna lay off?';
const ASKED = { user: people.member.id, channel: channels.general.id, text: `<@${app.botUserId}> ${QUESTION}` };
const ASKED_THERE = { user: otherPeople.member.id, channel: otherChannels.hall.id, text: `<@${other.botUserId}> ${QUESTION}` };
const OAUTH = { ...oauth, stateSecret: 'a state secret', hearsChannels: false };
type Change = { readonly appToken?: string; readonly signingSecret?: null };
const log = openLog('silent');
const missing = localSlackMissing();

describe.skipIf(missing !== undefined)(`Slack in many workspaces${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0).toReversed()) await stop();
  });

  it('is installed in two, and answers in each with the token of each', async () => {
    const { slack, install, rows } = await start();
    const { status, scopes } = await install(app);
    expect(status).toBe(200);
    expect(scopes).toEqual(expect.arrayContaining(['chat:write', 'files:write']));
    expect(scopes).not.toContain('channels:history');
    await install(other);
    expect([...rows.keys()].toSorted()).toEqual(['slack:T0LOCAL', 'slack:T0OTHER']);
    expect([...rows.values()].join()).not.toContain('xoxb');

    expect((await slack.say(ASKED)).messages).toMatchObject([{ channel: ASKED.channel, user: app.botUserId }]);
    expect((await slack.say(ASKED_THERE)).messages).toMatchObject([{ channel: ASKED_THERE.channel, user: other.botUserId }]);
    expect(tokensOfPosts(slack)).toEqual(['xoxb-T0LOCAL-1', 'xoxb-T0OTHER-2']);
    expectClean(slack);
  });

  it('serves commands, buttons and App Home there', async () => {
    const { slack, install } = await start();
    await install(other);
    const { ephemerals } = await slack.slash({ ...ASKED_THERE, text: `/layoffs ${QUESTION}` });
    expect(buttonsOf(first(ephemerals))).toContain('Source');
    const shared = await slack.pressButton({ user: ASKED_THERE.user, message: first(ephemerals), text: 'Share in channel' });
    expect(shared.messages).toMatchObject([{ channel: ASKED_THERE.channel, user: other.botUserId }]);
    const { homes } = await slack.openHome({ user: ASKED_THERE.user });
    expect(JSON.stringify(first(homes).content)).toContain('@layoffs');
    expectClean(slack);
  });

  it('does not take the admins of a workspace for those who look after the bot', async () => {
    const { slack, install } = await start();
    await install(app);
    const { ephemerals } = await slack.slash({ user: people.admin.id, channel: channels.general.id, text: '/layoffs reload' });
    expect(first(ephemerals).text).toContain('only for those who look after this bot');
    expectClean(slack);
  });

  it('answers nothing where it is not installed', async () => {
    const { slack, install } = await start();
    await install(app);
    await slack.expectNothingPosted(100, () => slack.say({ ...ASKED_THERE, expect: 0 }));
  });

  it('says something of its own accord where it is told to', async () => {
    const { platform, slack, install } = await start();
    await install(other);
    const reply = plainReply([{ kind: 'text', tone: 'plain', text: 'Hello' }], 'en', '0a1b2c3d');
    const posted = await platform.messenger.post({ workspace: other.teamId, channel: otherChannels.hall.id, thread: null, mention: null }, reply);
    expect(posted.workspace).toBe(other.teamId);
    expect(slack.messages(otherChannels.hall.id)).toHaveLength(1);
    const nowhere = { workspace: app.teamId, channel: channels.general.id, thread: null, mention: null };
    await expect(platform.messenger.post(nowhere, reply)).rejects.toThrow('/slack/install');
  });

  it('forgets a workspace that it is removed from, and can be installed there again', async () => {
    const { slack, install, rows } = await start();
    await install(app);
    await install(other);
    await slack.say(ASKED_THERE);
    await slack.uninstall(other);
    await expect.poll(() => [...rows.keys()]).toEqual(['slack:T0LOCAL']);
    await slack.expectNothingPosted(100, () => slack.say({ ...ASKED_THERE, expect: 0 }));
    expect((await slack.say(ASKED)).messages).toHaveLength(1);
    await install(other);
    expect((await slack.say(ASKED_THERE)).messages).toHaveLength(1);
    expect(tokensOfPosts(slack)).toEqual(['xoxb-T0OTHER-2', 'xoxb-T0LOCAL-1', 'xoxb-T0OTHER-3']);
  });

  it('keeps an installation where it is told late of a removal that came before', async () => {
    const { slack, install, rows } = await start();
    await install(other);
    await slack.sendEvent({ type: 'app_uninstalled' }, other, { attempt: 2 });
    await slack.say(ASKED_THERE);
    expect([...rows.keys()]).toEqual(['slack:T0OTHER']);
  });

  it('keeps it where the token of a person was revoked, not the bot’s', async () => {
    const { slack, install, rows } = await start();
    await install(other);
    await slack.sendEvent({ type: 'tokens_revoked', tokens: { oauth: [otherPeople.member.id] } }, other);
    await slack.say(ASKED_THERE);
    expect([...rows.keys()]).toEqual(['slack:T0OTHER']);
  });

  it('deletes late where deleting fails at first', async () => {
    const memory = sealedMemory();
    let failures = 2;
    const remove = async (key: string) => {
      failures -= 1;
      if (failures >= 0) throw new Error('the database is away');
      return memory.remove(key);
    };
    const { slack, install } = await start(makeInstallationStore({ ...memory, remove }, makeSecretBox(randomKey(), []), log));
    await install(other);
    await slack.uninstall(other);
    await expect.poll(() => memory.rows.size, { timeout: 10_000 }).toBe(0);
  });

  it.each(['state', 'cookie'] as const)('refuses an installation that was begun elsewhere: another %s', async (tamper) => {
    const { slack, install, rows } = await start();
    const { status } = await install(other, tamper);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(rows.size).toBe(0);
    expect(slack.records.calls.map(({ method }) => method)).not.toContain('oauth.v2.access');
  });

  it('may be installed through one process, and come back to another', async () => {
    const memory = sealedMemory();
    const store = makeInstallationStore(memory, makeSecretBox(randomKey(), []), log);
    const { slack, installUrl } = await start(store);
    const second = await join(slack, store);
    expect((await slack.install({ workspace: other, installUrl, backTo: second.installUrl })).status).toBe(200);
    for (const { requestUrl } of [second, { requestUrl: installUrl.replace('install', 'events') }]) {
      slack.useRequestUrl(requestUrl);
      expect((await slack.say(ASKED_THERE)).messages).toHaveLength(1);
    }
  });

  it('takes the new token where it is installed once more', async () => {
    const { slack, install } = await start();
    await install(other);
    await slack.say(ASKED_THERE);
    await install(other);
    expect((await slack.say(ASKED_THERE)).messages).toHaveLength(1);
    expect(tokensOfPosts(slack)).toEqual(['xoxb-T0OTHER-1', 'xoxb-T0OTHER-2']);
  });

  it('goes on answering where the store is away', async () => {
    const memory = sealedMemory();
    let away = false;
    const read = (key: string) => (away ? Promise.reject(new Error('away')) : memory.read(key));
    const { slack, install } = await start(makeInstallationStore({ ...memory, read }, makeSecretBox(randomKey(), []), log));
    await install(app);
    await slack.say(ASKED);
    away = true;
    expect((await slack.say(ASKED)).messages).toHaveLength(1);
  });

  it('answers an event once that comes again, with the headers that say so', async () => {
    const { slack, install } = await start();
    await install(other);
    expect((await slack.say({ ...ASKED_THERE, copies: 3 })).messages).toHaveLength(1);
  });

  it.each([
    ['Socket Mode', { appToken: app.appToken }, 'needs HTTP'],
    ['no signing secret', { signingSecret: null }, 'SLACK_SIGNING_SECRET'],
  ])('says what it needs: %s', async (_, change, said) => {
    const { platform } = await start(undefined, change);
    await expect(platform.ready).rejects.toThrow(said);
  });

  async function start(installations?: InstallationStore, change: Change = {}) {
    const memory = sealedMemory();
    const slack = await startLocalSlack({ mode: 'http', settleMs: 40, giveUpMs: 3_000, installed: false });
    stops.push(slack.stop);
    const { platform, installUrl, requestUrl } = await join(slack, installations ?? makeInstallationStore(memory, makeSecretBox(randomKey(), []), log), change);
    slack.useRequestUrl(requestUrl);
    const install = (workspace: Workspace, tamper?: 'state' | 'cookie') => slack.install({ workspace, installUrl, ...(tamper ? { tamper } : {}) });
    return { slack, platform, install, installUrl, rows: memory.rows };
  }

  async function join(slack: LocalSlack, installations: InstallationStore, change: Change = {}) {
    const { bot } = await startBot();
    const reception = new Reception({ bot, log, now: Date.now, threadFollowUps: false });
    const port = await freePort();
    const settings = { ...settingsFor(slack), botToken: null, appToken: null, signingSecret: app.signingSecret, port, oauth: OAUTH, ...change };
    const platform: Platform = startSlack({ bot, reception, settings, log, admins: new Set(), installations });
    stops.push(platform.stop);
    if (Object.keys(change).length === 0) await platform.ready;
    return { platform, installUrl: `http://127.0.0.1:${port}/slack/install`, requestUrl: `http://127.0.0.1:${port}/slack/events` };
  }
});

function randomKey(): string {
  return randomBytes(32).toString('base64');
}

/** Of what was posted, in order. */
function tokensOfPosts({ records }: LocalSlack): (string | undefined)[] {
  return records.calls.filter(({ method }) => method === 'chat.postMessage').map(({ token }) => token);
}
