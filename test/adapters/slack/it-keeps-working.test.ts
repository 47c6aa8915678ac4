import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startSlack } from '../../../src/adapters/slack/start-slack.ts';
import { Reception } from '../../../src/bot/reception.ts';
import { type Log, openLog } from '../../../src/log.ts';
import { startBot } from '../../fixtures/start-bot.ts';
import { localSlackMissing } from '../../servers/slack/local-slack-binary.ts';
import { type LocalSlack, startLocalSlack } from '../../servers/slack/start-local-slack.ts';
import { channels, app as identity, people } from '../../servers/slack/workspace.ts';
import { expectClean, first, MENTION, type Started, settingsFor, startSlackBot } from './start-slack-bot.ts';

const general = channels.general.id;
const member = people.member.id;
const QUESTION = 'How many people did Klarna lay off?';
const ASKED = { user: member, channel: general, text: `${MENTION} ${QUESTION}` };
const missing = localSlackMissing();
const skipped = missing === undefined ? '' : ` (skipped: ${missing})`;

describe.skipIf(missing !== undefined)(`a bot in Slack${skipped}`, () => {
  let started: Started;

  beforeAll(async () => {
    started = await startSlackBot({ subscriptions: ['app_mention', 'message.im', 'message.channels', 'message.groups', 'app_home_opened'] });
  });
  afterAll(() => started.stop());
  beforeEach(() => started.pass(120_000));
  afterEach(() => {
    started.slack.faults.clear();
    expectClean(started.slack);
  });

  it('answers an event once that comes three times', async () => {
    const { messages } = await started.slack.say({ ...ASKED, copies: 3 });
    expect(messages).toHaveLength(1);
  });

  it('leaves what is said in its threads alone unless it is mentioned, where follow-ups are off', async () => {
    const { slack } = started;
    const { said } = await slack.say(ASKED);
    await slack.expectNothingPosted(100, () => slack.say({ ...ASKED, threadTs: said.ts, text: QUESTION, expect: 0 }));
  });

  it('waits as long as a 429 says, and loses no answer', async () => {
    const { slack } = started;
    slack.planFault({ fault: { kind: 'rate limit', retryAfterSeconds: 1 }, calls: 1, method: 'chat.postMessage' });
    const { messages, firstMs } = await slack.say(ASKED);
    expect(messages).toHaveLength(1);
    expect(firstMs).toBeGreaterThan(900);
    expect(slack.faults.met.get('rate limit')).toBe(1);
  });

  it('tries again where Slack fails', async () => {
    const { slack } = started;
    slack.planFault({ fault: { kind: 'status', status: 503 }, calls: 2, method: 'chat.postMessage' });
    expect((await slack.say(ASKED)).messages).toHaveLength(1);
  });

  it('answers without the language of a person where Slack does not tell in time', async () => {
    const { slack } = started;
    slack.planFault({ fault: { kind: 'slow', ms: 3_000 }, calls: 1, method: 'users.info' });
    const { ephemerals, firstMs } = await slack.slash({ user: people.owner.id, channel: general, text: '/layoffs help' });
    expect(ephemerals).toHaveLength(1);
    expect(firstMs).toBeLessThan(1_500);
  });

  it('says kindly that somebody asks too fast', async () => {
    const { slack } = started;
    const outcomes = await Promise.all(
      Array.from({ length: 22 }, () => slack.slash({ user: people.admin.id, channel: general, text: `/layoffs ${QUESTION}` })),
    );
    const texts = new Set(outcomes.flatMap(({ ephemerals }) => ephemerals.map(({ text }) => text)));
    expect([...texts].filter((text) => text.startsWith('You are asking faster'))).not.toEqual([]);
  });

  it.each(['warning', 'refresh_requested'] as const)('reconnects at once after a disconnect envelope (%s), and loses no event', async (reason) => {
    const { slack, platform } = started;
    const before = slack.socket.opened();
    const asked = performance.now();
    slack.socket.requestDisconnect(reason);
    await expect.poll(() => slack.socket.opened(), { interval: 5 }).toBe(before + 1);
    expect(performance.now() - asked).toBeLessThan(1_000);
    expect((await slack.say(ASKED)).messages).toHaveLength(1);
    expect(platform.connected()).toBe(true);
  });

  it('reconnects after a connection that broke, and one that Slack refused', async () => {
    const { slack, platform } = started;
    slack.socket.refuse(600);
    slack.socket.closeAbruptly();
    await expect.poll(() => platform.connected(), { interval: 5 }).toBe(false);
    expect((await slack.say(ASKED)).messages).toHaveLength(1);
    expect(platform.connected()).toBe(true);
  });

  it('reconnects where Slack gives no address for a while', async () => {
    const { slack, platform } = started;
    slack.planFault({ fault: { kind: 'status', status: 500 }, calls: 2, method: 'apps.connections.open' });
    slack.planFault({ fault: { kind: 'rate limit', retryAfterSeconds: 0 }, calls: 1, method: 'apps.connections.open' });
    slack.socket.closeAbruptly();
    expect((await slack.say(ASKED)).messages).toHaveLength(1);
    expect(platform.connected()).toBe(true);
  });

  it('leaves a connection that nobody answers on', async () => {
    const { slack, platform } = started;
    const before = slack.socket.opened();
    slack.socket.freeze();
    await expect.poll(() => slack.socket.opened(), { timeout: 15_000 }).toBe(before + 1);
    // Until the old one is closed, an event may still go there.
    await expect.poll(() => slack.socket.connections()).toBe(1);
    expect((await slack.say(ASKED)).messages).toHaveLength(1);
    await expect.poll(() => platform.connected()).toBe(true);
  }, 20_000);
});

describe.skipIf(missing !== undefined)(`starting and stopping in Slack${skipped}`, () => {
  let slack: LocalSlack;

  beforeAll(async () => {
    slack = await startLocalSlack();
  });
  afterAll(() => slack.stop());

  it.each([
    ['SLACK_BOT_TOKEN', { botToken: 'xoxb-wrong' }],
    ['SLACK_BOT_TOKEN', { botToken: identity.appToken }],
    ['SLACK_APP_TOKEN', { appToken: 'xapp-wrong' }],
    ['SLACK_APP_TOKEN', { appToken: identity.botToken }],
    ['SLACK_APP_TOKEN', { appToken: null }],
  ])('says which token is wrong: %s %o', async (variable, wrong) => {
    const { bot } = await startBot();
    const log = openLog('silent');
    const reception = new Reception({ bot, log, now: Date.now, threadFollowUps: false });
    const platform = startSlack({ bot, reception, settings: { ...settingsFor(slack), ...wrong }, log, admins: new Set() });
    await expect(platform.ready).rejects.toMatchObject({ code: 'SLACK_TOKEN', message: expect.stringContaining(variable) });
    expect(platform.connected()).toBe(false);
    await platform.stop();
  });

  it('goes on trying where Slack is not there, until it is stopped', async () => {
    const { bot } = await startBot();
    const { log, lines } = listen();
    const reception = new Reception({ bot, log, now: Date.now, threadFollowUps: false });
    const settings = { botToken: 'xoxb-1', appToken: 'xapp-1', signingSecret: null, port: null, host: '127.0.0.1', apiUrl: 'http://127.0.0.1:9/api/' };
    const platform = startSlack({ bot, reception, settings, log, admins: new Set() });
    await expect.poll(() => lines.filter(({ message }) => message.includes('asking Slack who the bot is')).length, { timeout: 5_000 }).toBeGreaterThan(1);
    expect(platform.connected()).toBe(false);
    await platform.stop();
    await platform.ready;
  });

  it('connects once Slack is there after all', async () => {
    slack.planFault({ fault: { kind: 'status', status: 503 }, calls: 1, method: 'auth.test' });
    slack.planFault({ fault: { kind: 'status', status: 503 }, calls: 1, method: 'apps.connections.open' });
    const { bot } = await startBot();
    const log = openLog('silent');
    const reception = new Reception({ bot, log, now: Date.now, threadFollowUps: false });
    const platform = startSlack({ bot, reception, settings: settingsFor(slack), log, admins: new Set() });
    await platform.ready;
    expect(platform.connected()).toBe(true);
    await platform.stop();
    expect(platform.connected()).toBe(false);
    await expect.poll(() => slack.socket.connections()).toBe(0);
  });

  it('tells the person an id where answering fails, logs it, and never what was asked', async () => {
    const given = await startBot();
    const { log, lines } = listen();
    const started = await startSlackBot({ given, log });
    onTestFinished(started.stop);
    const { slack, bot } = started;
    const ask = bot.ask.bind(bot);
    bot.ask = () => {
      throw new Error(`cannot answer ${QUESTION}`);
    };
    const { ephemerals, messages } = await slack.say(ASKED);
    bot.ask = ask;
    expect(messages).toEqual([]);
    const [, id = 'none'] = /noted under ([0-9a-f]+)/.exec(first(ephemerals).text) ?? [];
    expect(lines.some(({ fields }) => fields.includes(id))).toBe(true);
    expect(JSON.stringify(lines)).not.toContain('Klarna');
    expect(JSON.stringify(lines)).not.toContain(identity.botToken);
    expect((await slack.say(ASKED)).messages).toHaveLength(1);
    expectClean(slack);
  });

  it('finishes what is under way before it stops, and takes nothing new', async () => {
    const started = await startSlackBot();
    const { slack, reception } = started;
    slack.planFault({ fault: { kind: 'slow', ms: 400 }, calls: 1, method: 'chat.postMessage' });
    const asked = slack.say(ASKED);
    await expect.poll(() => slack.faults.met.get('slow'), { interval: 5 }).toBe(1);
    const closed = reception.close(5_000);
    const refused = await slack.slash({ user: member, channel: general, text: '/layoffs help', expect: 0 });
    expect(refused.ephemerals).toEqual([]);
    await closed;
    await started.platform.stop();
    expect((await asked).messages).toHaveLength(1);
    await slack.stop();
  });
});

/** A log that keeps what it is told. */
function listen() {
  const lines: { readonly fields: string; readonly message: string }[] = [];
  const write = (fields: unknown, message = '') => {
    lines.push({ fields: JSON.stringify(fields), message });
  };
  const log: Log = { debug: write, info: write, warn: write, error: write };
  return { log, lines };
}
