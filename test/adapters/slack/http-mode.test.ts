import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Platform } from '../../../src/adapters/platform.ts';
import { startSlack } from '../../../src/adapters/slack/start-slack.ts';
import { Reception } from '../../../src/bot/reception.ts';
import { openLog } from '../../../src/log.ts';
import { startBot } from '../../fixtures/start-bot.ts';
import { localSlackMissing } from '../../servers/slack/local-slack-binary.ts';
import { type LocalSlack, startLocalSlack } from '../../servers/slack/start-local-slack.ts';
import { channels, app as identity, people } from '../../servers/slack/workspace.ts';
import { buttonsOf, expectClean, first, MENTION, settingsFor } from './start-slack-bot.ts';

const ASKED = { user: people.member.id, channel: channels.general.id, text: `${MENTION} How many people did Klarna lay off?` };
const missing = localSlackMissing();

describe.skipIf(missing !== undefined)(`Slack over HTTP${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  let slack: LocalSlack;
  let platform: Platform;

  beforeAll(async () => {
    slack = await startLocalSlack({ mode: 'http', settleMs: 40 });
    const { bot } = await startBot();
    const log = openLog('silent');
    const reception = new Reception({ bot, log, now: Date.now, threadFollowUps: false });
    const { port, free } = await occupyPort();
    const settings = { ...settingsFor(slack), appToken: null, signingSecret: identity.signingSecret, port };
    platform = startSlack({ bot, reception, settings, log, admins: new Set() });
    // Somebody has the port at first.
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(platform.connected()).toBe(false);
    await free();
    await platform.ready;
    slack.useRequestUrl(`http://127.0.0.1:${port}/slack/events`);
  });
  afterAll(async () => {
    await platform.stop();
    await slack.stop();
  });
  afterEach(() => expectClean(slack));

  it('answers a mention, a slash command, a button and a shortcut', async () => {
    const { said, messages, ack } = await slack.say(ASKED);
    expect(ack.status).toBe(200);
    expect(messages).toMatchObject([{ threadTs: said.ts }]);
    const slash = await slack.slash({ ...ASKED, text: '/layoffs list' });
    expect(slash.ephemerals).toHaveLength(1);
    expect(slash.responses).toEqual([]);
    expect(buttonsOf(first(messages))).toContain('Source');
    expect((await slack.pressButton({ user: ASKED.user, message: first(messages), text: 'Source' })).ephemerals).toHaveLength(1);
    expect((await slack.shortcut({ user: ASKED.user, callbackId: 'ask_about_this', message: said })).ephemerals).toHaveLength(1);
  });

  it('answers an event once that comes again', async () => {
    expect((await slack.say({ ...ASKED, copies: 3 })).messages).toHaveLength(1);
  });

  it.each([{ signature: 'wrong' }, { signature: 'missing' }, { ageSeconds: 600 }] as const)('refuses a forged or old request: %o', async (forged) => {
    const { ack, acts } = await slack.say({ ...ASKED, ...forged, expect: 0 });
    expect(ack.status).toBe(401);
    expect(acts).toEqual([]);
  });
});

async function occupyPort() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { port, free: () => new Promise((resolve) => server.close(resolve)) };
}
