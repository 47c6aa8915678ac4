import { App, SocketModeReceiver } from '@slack/bolt';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { postToGeneral, quietLogger, teachEcho } from './echo-app.ts';
import { localSlackMissing } from './local-slack-binary.ts';
import { type LocalSlack, startLocalSlack } from './start-local-slack.ts';
import { channels, app as identity, people } from './workspace.ts';

const general = channels.general.id;
const member = people.member.id;
const mention = `<@${identity.botUserId}>`;

describe.skipIf(localSlackMissing() !== undefined)('a Bolt app in Socket Mode', () => {
  let slack: LocalSlack;
  let app: App;

  beforeAll(async () => {
    slack = await startLocalSlack({ ackDeadlineMs: 500 });
    app = await startBolt(slack);
  });
  afterAll(async () => {
    await app.stop();
    await slack.stop();
  });
  beforeEach(() => {
    slack.faults.clear();
    for (const list of Object.values(slack.records)) list.length = 0;
  });

  it('answers a mention in its thread', async () => {
    const { said, messages, firstMs, ack } = await slack.say({ user: member, channel: general, text: `${mention} how many?` });
    expect(messages).toMatchObject([{ channel: general, threadTs: said.ts, text: 'heard: how many?' }]);
    expect(firstMs).toBeLessThan(1_000);
    expect(ack.ms).toBeLessThan(500);
    expect(slack.messages(general).map(({ text }) => text)).toContain('heard: how many?');
    expect(slack.records).toMatchObject({ rejected: [], pings: [], late: [], unknownMethods: [] });
  });

  it('hears no message without a mention unless it is subscribed to the channel', async () => {
    await slack.expectNothingPosted(50, () => slack.say({ user: member, channel: general, text: 'lunch?' }));
    await expect(slack.expectNothingPosted(0, () => slack.say({ user: member, channel: general, text: mention }))).rejects.toThrow('heard');
  });

  it('hears nothing where it is no member', async () => {
    await slack.expectNothingPosted(50, () => slack.say({ user: member, channel: channels.elsewhere.id, text: `${mention} hi` }));
    await expect(app.client.chat.postMessage({ channel: channels.elsewhere.id, text: 'hi' })).rejects.toThrow('not_in_channel');
  });

  it('answers a direct message, and is told of its own without answering them', async () => {
    const { messages } = await slack.say({ user: member, text: 'hi' });
    expect(messages).toHaveLength(1);
    expect(messages[0]?.blocks).toMatchObject([{ type: 'section' }, { type: 'table' }, { type: 'actions' }, { type: 'context_actions' }]);
    expect(slack.records.rejected).toEqual([]);
  });

  it('shows what the bot posted on the page', async () => {
    const { said } = await slack.say({ user: member, channel: general, text: `${mention} on the page` });
    const shown = await fetch(`${slack.pageUrl}/_control/messages/${general}`).then((response) => response.text());
    expect(shown).toContain(`"thread_ts":"${said.ts}"`);
    expect(shown).toContain('heard: on the page');
  });

  it('relays what somebody does on the page', async () => {
    const channel = await slack.directChannel(people.second.id);
    const body = JSON.stringify({ channel, user: people.second.id, text: 'from the page' });
    await fetch(`${slack.pageUrl}/_control/message`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    await expect.poll(() => slack.messages(channel).map(({ text }) => text)).toEqual(['from the page', 'hello']);
  });

  it('answers a slash command for one person, or for all', async () => {
    const alone = await slack.slash({ user: member, channel: general, text: '/ask me' });
    expect(alone.ephemerals).toMatchObject([{ text: 'asked: me', visibleTo: member, channel: general }]);
    expect(alone.messages).toEqual([]);
    expect(slack.ephemerals(member).at(-1)?.text).toBe('asked: me');
    expect(slack.ephemerals(people.second.id)).toEqual([]);
    const open = await slack.slash({ user: member, channel: general, text: '/ask public' });
    expect(open.messages).toMatchObject([{ text: 'asked: public', visibleTo: undefined }]);
  });

  it('takes an answer out of the acknowledgement', async () => {
    const { ephemerals, responses } = await slack.slash({ user: member, channel: general, text: '/inline' });
    expect(ephemerals).toMatchObject([{ text: 'in the ack' }]);
    expect(responses).toEqual([]);
  });

  it('refuses the sixth use of a response_url', async () => {
    const { responses } = await slack.slash({ user: member, channel: general, text: '/flood', expect: 5 });
    expect(responses).toHaveLength(5);
    await expect.poll(() => slack.records.rejected).toMatchObject([{ method: 'response_url', error: 'used_url' }]);
  });

  it('presses a button, and one of two feedback buttons', async () => {
    const { messages } = await slack.say({ user: member, text: 'buttons' });
    const [message] = messages;
    if (message === undefined) throw new Error('no message');
    const rated = await slack.pressButton({ user: member, message, text: 'Bad' });
    expect(rated.ephemerals).toMatchObject([{ text: 'thanks' }]);
    const more = await slack.pressButton({ user: member, message, actionId: 'more' });
    expect(more.updates).toMatchObject([{ ts: message.ts, text: 'more' }]);
  });

  it('opens a modal and submits it', async () => {
    const { views } = await slack.slash({ user: member, channel: general, text: '/modal' });
    expect(views).toMatchObject([{ content: { callback_id: 'settings' } }]);
    const wrong = await slack.submitView({ user: member, values: { word: 'bad' } });
    expect(wrong.ack.payload).toMatchObject({ response_action: 'errors' });
    const right = await slack.submitView({ user: member, values: { word: 'good' } });
    expect(right.ack.ms).toBeDefined();
    await expect(slack.submitView({ user: member, values: {} })).rejects.toThrow('no modal');
  });

  it('publishes an App Home, and greets in the messages tab', async () => {
    const { homes } = await slack.openHome({ user: member });
    expect(homes).toHaveLength(1);
    expect(slack.home(member)?.content).toMatchObject({ type: 'home' });
    const { messages } = await slack.openMessagesTab({ user: member });
    expect(messages).toMatchObject([{ text: 'ask me' }]);
  });

  it('uses a message shortcut', async () => {
    const { said } = await slack.say({ user: people.second.id, channel: general, text: 'news' });
    const { ephemerals } = await slack.shortcut({ user: member, callbackId: 'ask_about', message: said });
    expect(ephemerals).toMatchObject([{ text: 'about: news', visibleTo: member }]);
  });

  it('delivers an event twice, which Bolt handles twice', async () => {
    const { messages } = await slack.say({ user: member, channel: general, text: `${mention} twice`, copies: 2, expect: 2 });
    expect(messages).toHaveLength(2);
  });

  it('makes the bot wait after a 429', async () => {
    slack.planFault({ fault: { kind: 'rate limit', retryAfterSeconds: 0 }, calls: 1, method: 'chat.postMessage' });
    const { messages } = await slack.say({ user: member, channel: general, text: `${mention} limited` });
    expect(messages).toHaveLength(1);
    expect(slack.faults.met.get('rate limit')).toBe(1);
  });

  it('loses an answer, after which the client posts again', async () => {
    slack.planFault({ fault: { kind: 'lost answer' }, calls: 1, method: 'chat.postMessage' });
    const { messages } = await slack.say({ user: member, channel: general, text: `${mention} lost`, expect: 2 });
    expect(messages).toHaveLength(2);
  });

  it('writes down a late acknowledgement', async () => {
    const { ack } = await slack.slash({ user: member, channel: general, text: '/ask slow' });
    expect(ack.ms).toBeGreaterThan(500);
    expect(slack.records.late).toEqual([{ what: 'slash_commands /ask', ms: ack.ms }]);
  });

  it('says who has which role', async () => {
    const { user } = await app.client.users.info({ user: people.admin.id, include_locale: true });
    expect(user).toMatchObject({ is_admin: true, is_owner: false, locale: 'en-US' });
  });

  it('refuses wrong tokens and unknown methods', async () => {
    await expect(app.client.auth.test({ token: 'xoxb-wrong' })).rejects.toThrow('invalid_auth');
    await expect(app.client.auth.test({ token: identity.appToken })).rejects.toThrow('not_allowed_token_type');
    await expect(app.client.apiCall('stars.add')).rejects.toThrow('unknown_method');
    expect(slack.records.unknownMethods).toEqual(['stars.add']);
  });

  it('refuses invalid blocks and writes them down', async () => {
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3_001) } }];
    await expect(postToGeneral(app, { text: 'long', blocks })).rejects.toThrow('invalid_blocks');
    expect(slack.records.rejected).toMatchObject([{ messages: ['must be less than 3001 characters [json-pointer:/blocks/0/text/text]'] }]);
  });

  it('writes down whom a message would ping', async () => {
    await app.client.chat.postMessage({ channel: general, text: `<!here> <@${member}> https://example.com` });
    expect(slack.records.pings.map(({ kind }) => kind)).toEqual(['broadcast', 'user', 'bare link', 'unfurl']);
  });

  it('loses no event while the bot reconnects', async () => {
    const before = slack.socket.opened();
    slack.socket.requestDisconnect('refresh_requested');
    await expect.poll(() => slack.socket.connections()).toBe(0);
    const { messages } = await slack.say({ user: member, channel: general, text: `${mention} meanwhile` });
    expect(messages).toHaveLength(1);
    slack.socket.closeAbruptly();
    const again = await slack.say({ user: member, channel: general, text: `${mention} again` });
    expect(again.messages).toHaveLength(1);
    expect(slack.socket.opened()).toBe(before + 2);
  });

  it('sends an event again that was not acknowledged', async () => {
    const before = slack.socket.opened();
    slack.socket.freeze();
    const { messages } = await slack.say({ user: member, channel: general, text: `${mention} anybody?`, expect: 2 });
    expect(messages.length).toBeGreaterThanOrEqual(2);
    await expect.poll(() => slack.socket.opened()).toBeGreaterThan(before);
  });

  it('gives an event to one of several connections', async () => {
    const second = await startBolt(slack);
    await slack.connected(2);
    const { messages } = await slack.say({ user: member, channel: general, text: `${mention} who?` });
    expect(messages).toHaveLength(1);
    await second.stop();
  });
});

/** What Bolt waits before it reconnects is its ping timeout, 5 s unless told; these tests have no time. */
async function startBolt(slack: LocalSlack): Promise<App> {
  const logger = quietLogger;
  const clientOptions = { slackApiUrl: slack.apiUrl };
  const receiver = new SocketModeReceiver({ appToken: identity.appToken, clientPingTimeout: 300, logger, installerOptions: { clientOptions } });
  const retryConfig = { retries: 3, minTimeout: 10, factor: 1 };
  const app = teachEcho(new App({ token: identity.botToken, receiver, logger, clientOptions: { ...clientOptions, retryConfig } }));
  await app.start();
  return app;
}
