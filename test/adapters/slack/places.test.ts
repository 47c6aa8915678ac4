import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../../src/bot/desk.ts';
import type { Incoming } from '../../../src/bot/incoming.ts';
import { plainReply } from '../../../src/bot/say.ts';
import { localSlackMissing } from '../../servers/slack/local-slack-binary.ts';
import { channels, app as identity, people } from '../../servers/slack/workspace.ts';
import { expectClean, first, MENTION, type Started, startSlackBot } from './start-slack-bot.ts';

const general = channels.general.id;
const board = channels.board.id;
const member = people.member.id;
const admin = people.admin.id;
const missing = localSlackMissing();

describe.skipIf(missing !== undefined)(`where something was asked in Slack${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  let started: Started;
  let root = '';
  let heard: (readonly [string, Incoming])[] = [];
  let received: Incoming[] = [];

  const desk: Desk = {
    listensTo: ({ channel }, under) => channel === board && under === root,
    hear: async (text, { incoming, language, version }) => {
      heard.push([text, incoming]);
      return { kind: 'say', reply: plainReply([{ kind: 'text', tone: 'plain', text: 'Passed on.' }], language, version), audience: 'public' };
    },
  };

  beforeAll(async () => {
    started = await startSlackBot({ desks: [desk], subscriptions: ['app_mention', 'message.im', 'message.channels', 'message.groups'] });
    const { reception } = started;
    const receive = reception.receive.bind(reception);
    reception.receive = (incoming, deliver) => {
      received.push(incoming);
      return receive(incoming, deliver);
    };
    root = (
      await started.platform.messenger.post(
        { workspace: identity.teamId, channel: board, thread: null, mention: null },
        plainReply([{ kind: 'text', tone: 'plain', text: 'Who knows this?' }], 'en', '0a1b2c3d'),
      )
    ).message;
  });
  afterAll(() => started.stop());
  beforeEach(() => {
    started.pass(120_000);
    heard = [];
    received = [];
  });
  afterEach(() => expectClean(started.slack));

  const place = { platform: 'slack', workspace: identity.teamId, channel: general, thread: null, person: member, direct: false };

  it('is the thread that a mention begins, or the one that it was made in', async () => {
    const { said } = await started.slack.say({ user: member, channel: general, text: `${MENTION} What happened at Klarna?` });
    await started.slack.say({ user: member, channel: general, threadTs: said.ts, text: `${MENTION} And why?` });
    expect(received.map((one) => [one.place, one.under])).toEqual([
      [{ ...place, thread: said.ts }, null],
      [{ ...place, thread: said.ts }, said.ts],
    ]);
  });

  it('is the channel of a slash command, and a conversation with the bot alone', async () => {
    await started.slack.slash({ user: member, channel: general, text: '/layoffs list' });
    await started.slack.say({ user: member, text: 'What happened at Klarna?' });
    const direct = await started.slack.directChannel(member);
    expect(received.map((one) => [one.place, one.under])).toEqual([
      [place, null],
      [{ ...place, channel: direct, direct: true }, null],
    ]);
  });

  it('hears what is written under a message of its own where somebody listens for it, without a mention', async () => {
    const { messages } = await started.slack.say({ user: admin, channel: board, threadTs: root, text: 'It was 700 &amp; more.' });
    expect(messages).toMatchObject([{ threadTs: root, text: expect.stringContaining('Passed on.') }]);
    const [text, incoming] = first(heard);
    expect(text).toBe('It was 700 & more.');
    expect(incoming).toMatchObject({ under: root, place: { ...place, channel: board, thread: root, person: admin } });
  });

  it('hears it once where it mentions the bot as well', async () => {
    const { messages } = await started.slack.say({ user: admin, channel: board, threadTs: root, text: `${MENTION} It was 700.` });
    expect(messages).toHaveLength(1);
    expect(heard).toHaveLength(1);
  });

  it('leaves alone what is written elsewhere', async () => {
    await started.slack.expectNothingPosted(100, async () => {
      await started.slack.say({ user: admin, channel: board, text: 'Lunch?' });
      const { said } = await started.slack.say({ user: admin, channel: board, text: 'Who?' });
      await started.slack.say({ user: admin, channel: board, threadTs: said.ts, text: 'Me.' });
    });
    expect(received).toEqual([]);
  });

  it('counts how often the connection was opened anew', async () => {
    expect(started.platform.reconnects()).toBe(0);
    started.slack.socket.closeAbruptly();
    await started.slack.connected();
    await expect.poll(() => started.platform.reconnects()).toBe(1);
  });
});
