import { describe, expect, it } from 'vitest';
import type { Destination } from '../../../src/bot/messenger.ts';
import type { Chart } from '../../../src/reply/chart.ts';
import { seenText } from './seen-text.ts';
import { labelsOf, present } from './start-layoffs.ts';
import { replyOf, type ScriptedOptions, startScripted, textBlock } from './start-scripted.ts';

const CHART: Chart = { kind: 'bars', title: 'Questions', alt: 'Ten questions in May.', unit: '', categories: ['May'], series: [{ name: 'all', values: [10] }] };

async function start(options: ScriptedOptions = {}) {
  const started = await startScripted(options);
  await started.platform.ready;
  const { discord, world, platform } = started;
  const at = (destination: Partial<Destination> = {}): Destination => ({
    workspace: discord.guildId,
    channel: world.general.id,
    thread: null,
    mention: null,
    ...destination,
  });
  const find = (id: string) => present(discord.versions(id).at(-1));
  return { ...started, at, find, messenger: platform.messenger };
}

describe('the messenger', () => {
  it('posts in a channel, pings nobody, and edits what it posted', async () => {
    const { messenger, at, discord, world, find } = await start();
    const buttons = { kind: 'buttons', buttons: [{ label: 'Take', action: 'take:1', style: 'primary' }] } as const;
    const posted = await messenger.post(at(), replyOf(textBlock(`Who knows? <@${world.owner.id}> @everyone`), buttons));
    expect(posted).toEqual({ workspace: discord.guildId, channel: world.general.id, message: expect.any(String) });
    expect(labelsOf(find(posted.message))).toEqual(['Take']);
    await messenger.edit(posted, replyOf(textBlock('Taken.')));
    expect(find(posted.message)).toMatchObject({ content: expect.stringContaining('Taken.'), components: [], embeds: [] });
    expect([discord.pings, discord.rejected, discord.violations]).toEqual([[], [], []]);
  });

  it('pings exactly the person who is to hear of it, below the message that asked', async () => {
    const { messenger, at, discord, world, ada, find, people } = await start();
    const { message: asked } = people.sendMessage({ author: ada, content: 'why?' });
    const text = textBlock(`An answer for <@${world.owner.id}>.`);
    const { message } = await messenger.post(at({ thread: asked.id, mention: ada.id }), replyOf(text));
    expect(find(message)).toMatchObject({ replyTo: asked.id, content: expect.stringMatching(new RegExp(`^<@${ada.id}>\n`)) });
    expect(discord.pings).toEqual([{ messageId: message, kind: 'replied user', id: ada.id }]);
    const elsewhere = await messenger.post(at({ mention: ada.id }), replyOf(text));
    expect(discord.pings.slice(1)).toEqual([{ messageId: elsewhere.message, kind: 'user', id: ada.id }]);
  });

  it('posts where the message that asked is gone, and in a guild that it has no connection to', async () => {
    const { messenger, at, discord, find } = await start({ shards: [1], shardCount: 2 });
    const elsewhere = discord.openGuild('Another', { id: 0, of: 2 });
    const { message } = await messenger.post(
      at({ workspace: elsewhere.id, channel: elsewhere.general.id, thread: '123456789012345678' }),
      replyOf(textBlock('Hello.')),
    );
    expect(find(message)).toMatchObject({ channelId: elsewhere.general.id, replyTo: null });
  });

  it('writes to a person alone', async () => {
    const { messenger, at, discord, world, ada, find } = await start();
    const posted = await messenger.post(at({ channel: null, mention: ada.id }), replyOf(textBlock('For you.')));
    expect(posted).toMatchObject({ workspace: null, channel: world.dm(ada).id });
    expect(seenText(find(posted.message))).toMatch(/^For you\./);
    expect(discord.pings).toEqual([]);
  });

  it('posts a long reply in several messages, and puts another in place of all of them', async () => {
    const { messenger, at, discord, world } = await start();
    const long = replyOf({ kind: 'list', ordered: false, items: Array.from({ length: 60 }, (_, at) => `item ${at} ${'long '.repeat(20)}`) });
    const here = () => discord.messages(world.general.id);
    const posted = await messenger.post(at(), long);
    expect(here().length).toBeGreaterThan(2);
    await messenger.edit(posted, replyOf(textBlock('Short.')));
    expect(here()).toMatchObject([{ id: posted.message, content: expect.stringContaining('Short.') }]);
    await messenger.edit(posted, long);
    expect(here().length).toBeGreaterThan(2);
  });

  it('carries charts and files, and takes them away again', async () => {
    const drawn: string[] = [];
    const drawChart = async ({ title }: Chart) => {
      drawn.push(title);
      return Buffer.from('a picture');
    };
    const { messenger, at, find, discord } = await start({ drawChart });
    const file = { kind: 'file', name: 'gaps.csv', description: 'All gaps', content: 'question,count\nwhy,2\n' } as const;
    const posted = await messenger.post(at(), replyOf({ kind: 'chart', chart: CHART }, file));
    const files = find(posted.message).files.map(({ bytes, ...rest }) => ({ ...rest, text: Buffer.from(bytes).toString() }));
    expect(files).toMatchObject([
      { name: 'chart.png', description: 'Ten questions in May.', text: 'a picture' },
      { name: 'gaps.csv', description: 'All gaps', text: file.content },
    ]);
    expect(drawn).toEqual(['Questions']);
    await messenger.edit(posted, replyOf(textBlock('Gone.')));
    expect(find(posted.message).files).toEqual([]);
    expect([discord.rejected, discord.violations]).toEqual([[], []]);
  });

  it('says once what it is to say although the response of Discord is lost', async () => {
    const { messenger, at, discord, world } = await start();
    discord.faults.next(1, { kind: 'lost-response' }, /POST \/channels/);
    await messenger.post(at(), replyOf(textBlock('Once.')));
    expect(discord.messages(world.general.id)).toHaveLength(1);
  });

  it('rejects where it may not write, and while there is no connection', async () => {
    const { messenger, at, discord, world } = await start();
    discord.forbid(world.general);
    await expect(messenger.post(at(), replyOf(textBlock('Hello.')))).rejects.toMatchObject({ code: 50_013 });
    const { platform } = await startScripted({ within: discord });
    await expect(platform.messenger.post(at(), replyOf(textBlock('Hello.')))).rejects.toMatchObject({ code: 'NOT_CONNECTED' });
  });

  it('links to the message that asked, and to nothing that only one person sees', async () => {
    const { messenger, discord, world, ada } = await start();
    const place = { platform: 'discord', workspace: discord.guildId, channel: world.general.id, thread: '42', person: ada.id, direct: false };
    expect(await messenger.linkTo(place)).toBe(`https://discord.com/channels/${discord.guildId}/${world.general.id}/42`);
    expect(await messenger.linkTo({ ...place, thread: null })).toBeNull();
    expect(await messenger.linkTo({ ...place, workspace: null, direct: true })).toBeNull();
  });
});

describe('where something was asked', () => {
  it('is told of messages, and under which of the bot’s they stand', async () => {
    const { people, received, ada, world, discord, mention, messenger, at, find } = await start();
    const place = { platform: 'discord', workspace: discord.guildId, channel: world.general.id, person: ada.id, direct: false };
    const { message: posted } = await messenger.post(at(), replyOf(textBlock('Who knows?')));
    const first = people.sendMessage({ author: ada, content: `${mention} why?` });
    await expect.poll(() => received).toHaveLength(1);
    expect(received[0]).toMatchObject({ place: { ...place, thread: first.message.id }, under: null });
    const reply = people.sendMessage({ author: ada, content: 'I do: because.', replyTo: find(posted) });
    await expect.poll(() => received).toHaveLength(2);
    expect(received[1]).toMatchObject({ place: { ...place, thread: reply.message.id }, under: posted, request: { kind: 'question', text: 'I do: because.' } });
    people.sendMessage({ author: ada, content: 'and I', channel: world.dm(ada) });
    await expect.poll(() => received).toHaveLength(3);
    expect(received[2]).toMatchObject({
      place: { ...place, workspace: null, channel: world.dm(ada).id, direct: true, thread: expect.any(String) },
      under: null,
    });
  });

  it('is told of a reply to any part of a long message as under the one that stands for all', async () => {
    const { people, received, ada, discord, world, messenger, at } = await start();
    const items = Array.from({ length: 60 }, (_, number) => `item ${number} ${'long '.repeat(20)}`);
    const posted = await messenger.post(at(), replyOf({ kind: 'list', ordered: false, items }));
    const [first] = discord.messages(world.general.id);
    expect(present(first).id).not.toBe(posted.message);
    people.sendMessage({ author: ada, content: 'I do: because.', replyTo: present(first) });
    await expect.poll(() => received).toHaveLength(1);
    expect(received[0]?.under).toBe(posted.message);
  });

  it('is told of a reply to somebody else that mentions the bot, as under nothing of the bot’s', async () => {
    const { people, received, ada, world, mention } = await start();
    const { message } = people.sendMessage({ author: world.owner, content: 'what do you think?' });
    people.sendMessage({ author: ada, content: `${mention} why?`, replyTo: message });
    await expect.poll(() => received).toHaveLength(1);
    expect(received[0]?.under).toBeNull();
  });

  it('is told of threads, and of the channel that each belongs to', async () => {
    const { people, received, ada, world, discord, mention } = await start();
    const thread = discord.openThread('layoffs');
    people.sendMessage({ author: ada, content: `${mention} why?`, channel: thread });
    await expect.poll(() => received).toHaveLength(1);
    void people.command({ user: ada, name: 'layoffs', subcommand: 'list', channel: thread, patienceMs: 100 });
    await expect.poll(() => received).toHaveLength(2);
    for (const { place } of received) expect(place).toMatchObject({ workspace: discord.guildId, channel: thread.id, above: world.general.id, direct: false });
  });

  it('is told of commands and presses', async () => {
    const { people, received, ada, world } = await start({
      script: ({ request }) => ({
        kind: 'say',
        audience: request.kind === 'command' ? 'private' : 'public',
        reply: replyOf(textBlock('Yes.'), { kind: 'buttons', buttons: [{ label: 'More', action: 'more:1', style: 'plain' }] }),
      }),
    });
    const { message: own } = await people.command({ user: ada, name: 'layoffs', subcommand: 'list' });
    expect(received[0]?.place).toMatchObject({ thread: null, channel: world.general.id });
    const { message: shared } = await people.pressButton({ user: ada, message: present(own), customId: 'more:1' });
    expect(received[1]).toMatchObject({ place: { thread: null }, under: null, audience: 'private' });
    await people.pressButton({ user: world.owner, message: present(shared), customId: 'more:1' });
    expect(received[2]?.place).toMatchObject({ thread: present(shared).id, person: world.owner.id });
  });
});
