import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { plainReply } from '../../../src/bot/say.ts';
import type { Block } from '../../../src/reply/reply.ts';
import { localSlackMissing } from '../../servers/slack/local-slack-binary.ts';
import { channels, app as identity, people } from '../../servers/slack/workspace.ts';
import { expectClean, first, type Started, shown, startSlackBot } from './start-slack-bot.ts';

const general = channels.general.id;
const member = people.member.id;
const HERE = { workspace: identity.teamId, thread: null, mention: null };
const reply = (...blocks: readonly Block[]) => plainReply(blocks, 'en', '0a1b2c3d');
const text = (words: string): Block => ({ kind: 'text', tone: 'plain', text: words });
const long = Array.from({ length: 60 }, (_, at) => ({ kind: 'quote', exact: `${at} ${'word '.repeat(60)}`, label: '', source: `Source ${at}` }) as const);
const missing = localSlackMissing();

describe.skipIf(missing !== undefined)(`what the bot says in Slack without being asked${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  let started: Started;

  beforeAll(async () => {
    started = await startSlackBot();
  });
  afterAll(() => started.stop());
  afterEach(() => expectClean(started.slack));

  const at = (channel: string, ts: string) => first(started.slack.messages(channel).filter((message) => message.ts === ts));

  it('posts into a channel, and into a thread of it', async () => {
    const { messenger } = started.platform;
    const root = await messenger.post({ ...HERE, channel: general }, reply(text('A question for you')));
    expect(root).toEqual({ workspace: identity.teamId, channel: general, message: expect.any(String) });
    expect(shown(at(general, root.message).blocks)).toContain('A question for you');
    const under = await messenger.post({ ...HERE, channel: general, thread: root.message }, reply(text('More')));
    expect(at(general, under.message).threadTs).toBe(root.message);
  });

  it('mentions somebody only where it is told to, whatever the reply says', async () => {
    const { slack, platform } = started;
    const hostile = reply(text(`<@${people.owner.id}> <!channel>`));
    await platform.messenger.post({ ...HERE, channel: general }, hostile);
    expect(slack.records.pings).toEqual([]);
    const { message } = await platform.messenger.post({ ...HERE, channel: general, mention: member }, hostile);
    expect(slack.records.pings).toMatchObject([{ kind: 'user', text: expect.stringContaining(member) }]);
    slack.records.pings.length = 0;
    expect(at(general, message).blocks[0]).toMatchObject({ type: 'rich_text', elements: [{ elements: [{ type: 'user', user_id: member }] }] });
  });

  it('writes to a person alone where there is no channel', async () => {
    const { messenger } = started.platform;
    const posted = await messenger.post({ ...HERE, channel: null, mention: member }, reply(text('For you')));
    expect(posted.channel).toBe(await started.slack.directChannel(member));
    expect(shown(at(posted.channel, posted.message).blocks)).toContain('For you');
    await messenger.edit(posted, reply(text('For you, anew')));
    expect(shown(at(posted.channel, posted.message).blocks)).toContain('For you, anew');
  });

  it('changes what it posted, and goes on below where there is more of it', async () => {
    const { messenger } = started.platform;
    const posted = await messenger.post({ ...HERE, channel: general }, reply(text('Open')));
    await messenger.edit(posted, reply(text('Taken'), ...long));
    expect(shown(at(general, posted.message).blocks)).toContain('Taken');
    expect(started.slack.messages(general).filter(({ threadTs }) => threadTs === posted.message).length).toBeGreaterThan(0);
  });

  it('posts a long reply in order, the first message standing for all', async () => {
    const posted = await started.platform.messenger.post({ ...HERE, channel: channels.random.id }, reply(text('It begins'), ...long));
    const messages = started.slack.messages(channels.random.id);
    expect(messages.length).toBeGreaterThan(1);
    expect(messages[0]?.ts).toBe(posted.message);
  });

  it('links to what others can open, and to nothing else', async () => {
    const { messenger } = started.platform;
    const { message } = await messenger.post({ ...HERE, channel: general }, reply(text('Here')));
    const place = { platform: 'slack', workspace: identity.teamId, channel: general, thread: message, person: member, direct: false };
    expect(await messenger.linkTo(place)).toMatch(/^https?:\/\/.*C0GENERAL/);
    expect(await messenger.linkTo({ ...place, thread: null })).toBeNull();
    expect(await messenger.linkTo({ ...place, channel: 'C0GONE' })).toBeNull();
    expect(await messenger.linkTo({ ...place, channel: await started.slack.directChannel(member), direct: true })).toBeNull();
  });

  it('rejects where it cannot post: no such workspace, not in the channel, nowhere', async () => {
    const { messenger } = started.platform;
    await expect(messenger.post({ ...HERE, workspace: 'T0NOWHERE', channel: general }, reply(text('x')))).rejects.toThrow(
      'not installed in the Slack workspace',
    );
    await expect(messenger.post({ ...HERE, channel: channels.elsewhere.id }, reply(text('x')))).rejects.toThrow(
      /C0ELSEWHERE \(not_in_channel\).*invite the bot/,
    );
    await expect(messenger.post({ ...HERE, channel: null }, reply(text('x')))).rejects.toThrow('neither a channel nor a person');
  });

  it('posts to the only workspace where none is named', async () => {
    const posted = await started.platform.messenger.post({ ...HERE, workspace: null, channel: general }, reply(text('x')));
    expect(posted.workspace).toBe(identity.teamId);
  });
});
