import { createServer } from 'node:net';
import { App } from '@slack/bolt';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { quietLogger, teachEcho } from './echo-app.ts';
import { localSlackMissing } from './local-slack-binary.ts';
import { type LocalSlack, startLocalSlack } from './start-local-slack.ts';
import { channels, app as identity, people } from './workspace.ts';

const general = channels.general.id;
const member = people.member.id;
const text = `<@${identity.botUserId}> how many?`;

describe.skipIf(localSlackMissing() !== undefined)('a Bolt app over HTTP', () => {
  let slack: LocalSlack;
  let app: App;
  const retries: (number | undefined)[] = [];

  beforeAll(async () => {
    slack = await startLocalSlack({ mode: 'http', ackDeadlineMs: 500 });
    const clientOptions = { slackApiUrl: slack.apiUrl };
    app = teachEcho(new App({ token: identity.botToken, signingSecret: identity.signingSecret, clientOptions, logger: quietLogger }));
    app.use(async ({ context, next }) => {
      retries.push(context.retryNum);
      await next();
    });
    const port = await findFreePort();
    await app.start({ port, host: '127.0.0.1' });
    slack.useRequestUrl(`http://127.0.0.1:${port}/slack/events`);
  });
  afterAll(async () => {
    await app.stop();
    await slack.stop();
  });
  beforeEach(() => {
    retries.length = 0;
  });

  it('answers a mention, a slash command and a button', async () => {
    const { said, messages, ack } = await slack.say({ user: member, channel: general, text });
    expect(messages).toMatchObject([{ threadTs: said.ts, text: 'heard: how many?' }]);
    expect(ack.status).toBe(200);
    const { ephemerals } = await slack.slash({ user: member, channel: general, text: '/ask me' });
    expect(ephemerals).toMatchObject([{ text: 'asked: me' }]);
    const inline = await slack.slash({ user: member, channel: general, text: '/inline' });
    expect(inline.ephemerals).toMatchObject([{ text: 'in the ack' }]);
    const direct = await slack.say({ user: member, text: 'hi' });
    const [message] = direct.messages;
    if (message === undefined) throw new Error('no message');
    const { updates } = await slack.pressButton({ user: member, message, text: 'More' });
    expect(updates).toMatchObject([{ text: 'more' }]);
  });

  it('says by a header that an event comes again', async () => {
    await slack.say({ user: member, channel: general, text, copies: 2, expect: 2 });
    expect(retries).toEqual([undefined, 1]);
  });

  it.each([{ signature: 'wrong' }, { signature: 'missing' }, { ageSeconds: 600 }] as const)('gets 401 for a forged request: %o', async (forged) => {
    const { ack, messages } = await slack.say({ user: member, channel: general, text, ...forged, expect: 0 });
    expect(ack.status).toBe(401);
    expect(messages).toEqual([]);
  });

  it('writes down a late acknowledgement', async () => {
    await slack.slash({ user: member, channel: general, text: '/ask slow' });
    expect(slack.records.late).toMatchObject([{ what: 'slash_commands /ask' }]);
  });
});

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
