import { type Client, type DiscordAPIError, Events, type HTTPError, type MessageReplyOptions } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { type LocalDiscordOptions, startLocalDiscord } from './local-discord.ts';
import { controls, readableText } from './message.ts';
import { startPair } from './start-client.ts';

const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

/** A bot that answers whoever mentions it, or writes to it directly. */
async function start(
  reply: MessageReplyOptions | ((content: string) => MessageReplyOptions),
  options: LocalDiscordOptions & { readonly timeout?: number } = {},
) {
  const failures: (DiscordAPIError | HTTPError)[] = [];
  const answer = (client: Client) =>
    client.on(Events.MessageCreate, async (message) => {
      if (message.author.bot || (message.inGuild() && !message.mentions.has(message.client.user))) return;
      await message.reply(typeof reply === 'function' ? reply(message.content) : reply).catch((error: DiscordAPIError) => failures.push(error));
    });
  const { discord, stop, client } = await startPair(answer, { ...options, client: { enforceNonce: true, rest: { timeout: options.timeout ?? 15_000 } } });
  stops.push(stop);
  const { world, people } = discord;
  const mention = `<@${discord.botUser.id}>`;
  return { discord, client, world, people, failures, mention, ada: world.member };
}

describe('messages', () => {
  it('are answered where the bot is mentioned, and left alone where not', async () => {
    const { discord, people, ada, mention, world } = await start((content) => ({ content: `heard ${content.length}`, allowedMentions: { parse: [] } }));
    const asked = people.sendMessage({ author: ada, content: `${mention} why?` });
    const { message, afterMs } = await asked.answer();
    expect(message).toMatchObject({ replyTo: asked.message.id, content: `heard ${mention.length + 5}` });
    expect(afterMs).toBeLessThan(1000);
    await people.sendMessage({ author: ada, content: 'not for you' }).silence(150);
    await people.sendMessage({ author: world.otherBot, content: `${mention} hello` }).silence(150);
    expect([discord.rejected, discord.violations, discord.pings]).toEqual([[], [], []]);
  });

  it('keep their content from a bot that they do not address', async () => {
    const heard: string[] = [];
    const { client, people, ada, mention, world } = await start({ content: 'yes' });
    client.on(Events.MessageCreate, (message) => void heard.push(message.content));
    people.sendMessage({ author: ada, content: 'secret' });
    people.sendMessage({ author: ada, content: `${mention} open` });
    people.sendMessage({ author: ada, content: 'direct', channel: world.dm(ada) });
    await expect.poll(() => heard).toEqual(['', `${mention} open`, 'direct', 'yes', 'yes']);
  });

  it('are answered in direct messages', async () => {
    const { discord, people, ada, world } = await start({ content: 'yes' });
    const { message } = await people.sendMessage({ author: ada, content: 'hello', channel: world.dm(ada) }).answer();
    expect(message.channelId).toBe(world.dm(ada).id);
    expect([discord.rejected, discord.violations]).toEqual([[], []]);
  });

  it('are answered in threads', async () => {
    const { discord, people, ada, mention } = await start({ content: 'yes' });
    const channel = discord.openThread('layoffs');
    await people.sendMessage({ author: ada, content: `${mention} hello`, channel }).answer();
    expect(discord.rejected).toEqual([]);
  });

  it('that come twice are dropped by discord.js itself', async () => {
    const { people, ada, mention, world } = await start({ content: 'yes' });
    const asked = people.sendMessage({ author: ada, content: `${mention} hello`, eventCopies: 3 });
    await asked.answer();
    await people.silence(world.general, 150);
    expect(await asked.answers(1)).toHaveLength(1);
  });

  it.each([
    ['a long content', { content: 'x'.repeat(2001) }, 50035, 'errors.content._errors.0.code'],
    ['nothing', { content: ' ' }, 50006, 'code'],
    ['a long embed', { embeds: [{ description: 'x'.repeat(4097) }] }, 50035, 'errors.embeds.0.description._errors'],
    ['too much in all embeds', { embeds: [0, 1].map(() => ({ description: 'x'.repeat(3500) })) }, 50035, 'errors.embeds._errors'],
    ['too many embeds', { embeds: Array.from({ length: 11 }, () => ({ title: 'x' })) }, 50035, 'errors.embeds._errors'],
    ['the same button twice', { content: 'x', components: [row('a', 'a')] }, 50035, 'errors.components._errors'],
    ['six buttons in a row', { content: 'x', components: [row('a', 'b', 'c', 'd', 'e', 'f')] }, 50035, 'errors.components.0.components._errors'],
    ['a long label', { content: 'x', components: [row('a'.repeat(81))] }, 50035, 'errors.components.0.components.0.label._errors'],
    ['content beside Components V2', { content: 'x', flags: 32_768, components: [{ type: 10, content: 'x' }] }, 50035, 'errors.content._errors'],
    ['too much text in Components V2', { flags: 32_768, components: [0, 1].map(() => ({ type: 10, content: 'x'.repeat(2001) })) }, 50035, 'errors.components'],
  ] as const)('with %s are refused', async (_, body, code, where) => {
    const discord = await startLocalDiscord();
    stops.push(discord.stop);
    const response = await fetch(`${discord.apiUrl}/v10/channels/${discord.world.general.id}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toHaveProperty(where);
    expect(discord.rejected).toMatchObject([{ code }]);
  });

  it('of discord.js that are too long come back to it as an error', async () => {
    const { people, ada, mention, failures } = await start({ content: 'x'.repeat(2001) });
    await people.sendMessage({ author: ada, content: `${mention} hello` }).silence(200);
    expect(failures).toMatchObject([{ status: 400, code: 50035 }]);
  });

  it('carry files', async () => {
    const { discord, people, ada, mention } = await start({ content: 'chart', files: [{ attachment: Buffer.from('png'), name: 'chart.png' }] });
    const { message } = await people.sendMessage({ author: ada, content: `${mention} draw` }).answer();
    expect(message.files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([['chart.png', 'png']]);
    expect([discord.rejected, discord.violations]).toEqual([[], []]);
  });

  it('may hold Components V2', async () => {
    const components = [{ type: 17, components: [{ type: 10, content: 'text' }, row('more')] }] as const;
    const { discord, people, ada, mention } = await start({ flags: 32_768, components: JSON.parse(JSON.stringify(components)) });
    const { message } = await people.sendMessage({ author: ada, content: `${mention} draw` }).answer();
    expect(readableText(message)).toBe('text');
    expect(controls(message).map(({ custom_id }) => custom_id)).toEqual(['more']);
    expect([discord.rejected, discord.violations]).toEqual([[], []]);
  });
});

describe('edits and deletions', () => {
  it('leave every version behind', async () => {
    const { discord, client, world } = await start({ content: 'unused' });
    const channel = await client.channels.fetch(world.general.id);
    if (!channel?.isSendable()) throw new Error('No channel to write in');
    await channel.sendTyping();
    const sent = await channel.send('first');
    await sent.edit('second');
    await sent.delete();
    expect(discord.versions(sent.id).map(({ content, deletedAt }) => [content, deletedAt !== null])).toEqual([
      ['first', false],
      ['second', false],
      ['second', true],
    ]);
    expect(discord.messages(world.general.id)).toEqual([]);
    expect(discord.typing).toEqual([world.general.id]);
    expect([discord.rejected, discord.violations]).toEqual([[], []]);
  });

  it('are refused where the bot may not write', async () => {
    const { discord, people, ada, mention, world, failures } = await start({ content: 'yes' });
    discord.forbid(world.general);
    await people.sendMessage({ author: ada, content: `${mention} hello` }).silence(150);
    expect(failures).toMatchObject([{ status: 403, code: 50013 }]);
  });

  it('that nobody knows of are noted', async () => {
    const { discord, client } = await start({ content: 'yes' });
    await expect(client.rest.get('/stickers/1')).rejects.toThrow('404: Not Found');
    expect(discord.rejected).toMatchObject([{ request: 'GET /stickers/1', status: 404 }]);
  });
});

describe('pings', () => {
  it('are noted, whoever is written to', async () => {
    const { discord, people, ada, mention, world } = await start(() => ({ content: `@everyone <@${world.owner.id}> <@&${world.roles[1]?.id}> \`<@1>\`` }));
    await people.sendMessage({ author: ada, content: `${mention} hello` }).answer();
    expect(discord.pings.map(({ kind, id }) => [kind, id])).toEqual([
      ['user', world.owner.id],
      ['replied user', ada.id],
      ['role', world.roles[1]?.id],
      ['everyone', null],
    ]);
  });

  it.each([
    [{ parse: [], repliedUser: true }, ['replied user']],
    [{ parse: [], repliedUser: false }, []],
    [{ parse: ['users'] as const }, ['user']],
    [{ parse: ['everyone'] as const }, ['everyone']],
  ])('keep to allowed mentions %j', async (allowedMentions, kinds) => {
    const { discord, people, ada, mention, world } = await start(() => ({ content: `@here <@${world.owner.id}>`, allowedMentions }));
    await people.sendMessage({ author: ada, content: `${mention} hello` }).answer();
    expect(discord.pings.map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('faults', () => {
  it('with 429 are waited out', async () => {
    const { discord, people, ada, mention } = await start({ content: 'yes' });
    discord.faults.next(2, { kind: 'rate-limit', retryAfter: 0.2 }, /messages$/);
    const { afterMs } = await people.sendMessage({ author: ada, content: `${mention} hello` }).answer();
    expect(afterMs).toBeGreaterThan(400);
    expect(discord.requests.filter(({ path }) => path.endsWith('/messages')).map(({ status }) => status)).toEqual([429, 429, 200]);
    expect(discord.rejected).toEqual([]);
  });

  it('of the server are tried again three times', async () => {
    const { discord, people, ada, mention, failures } = await start({ content: 'yes' });
    discord.faults.next(3, { kind: 'status', status: 502 });
    await people.sendMessage({ author: ada, content: `${mention} hello` }).answer();
    discord.faults.next(4, { kind: 'status', status: 500 });
    await people.sendMessage({ author: ada, content: `${mention} hello` }).silence(200);
    expect(failures).toMatchObject([{ status: 500 }]);
  });

  it('that only lose or delay the response lead to no second message where a nonce is enforced', async () => {
    const { discord, people, ada, mention } = await start({ content: 'yes' }, { timeout: 150 });
    discord.faults.next(1, { kind: 'slow', ms: 400 });
    const asked = people.sendMessage({ author: ada, content: `${mention} hello` });
    await discord.waitUntil('sent twice', () => discord.requests.filter(({ method }) => method === 'POST').length === 2);
    expect(await asked.answers(1)).toHaveLength(1);
    expect(discord.messages(discord.world.general.id)).toHaveLength(2);
  });

  it('come at random, but the same with the same seed', async () => {
    const { discord, people, ada, mention } = await start({ content: 'yes' });
    discord.faults.random({ kind: 'status', status: 500 }, { share: 0.3, seed: 1 });
    for (let count = 0; count < 10; count += 1) await people.sendMessage({ author: ada, content: `${mention} ${count}` }).answer();
    expect(discord.requests.filter(({ fault }) => fault === 'status').length).toBeGreaterThan(0);
  });
});

function row(...ids: readonly string[]) {
  return { type: 1, components: ids.map((id) => ({ type: 2, style: 1, label: id, custom_id: id.slice(0, 50) })) } as const;
}
