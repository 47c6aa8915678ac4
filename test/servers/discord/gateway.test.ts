import { type Client, Events, GatewayIntentBits } from 'discord.js';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startLocalDiscord } from './local-discord.ts';
import { createClient, LOG_IN_AT_ONCE, startPair } from './start-client.ts';

/** Collects what the client hears people say. */
function hear(client: Client, heard: string[]): void {
  client.on(Events.MessageCreate, (message) => void heard.push(message.content));
}

describe.concurrent('the gateway', () => {
  it('lets a client in, shows it the guild, and notes what it asked for', async () => {
    const { discord, client, stop } = await startPair();
    expect(client.user?.id).toBe(discord.botUser.id);
    expect(client.guilds.cache.get(discord.guildId)?.channels.cache.has(discord.world.general.id)).toBe(true);
    expect(discord.gateway.identified).toEqual([GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages]);
    expect(discord.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /gateway/bot']);
    expect(discord.violations).toEqual([]);
    await stop();
  });

  it('refuses a wrong token over REST', async () => {
    const discord = await startLocalDiscord();
    await expect(createClient(discord).login('wrong')).rejects.toThrow('An invalid token was provided');
    expect(discord.rejected).toMatchObject([{ status: 401, response: { message: '401: Unauthorized', code: 0 } }]);
    await discord.stop();
  });

  it('closes with 4004 on a wrong token', async () => {
    const discord = await startLocalDiscord();
    const socket = new WebSocket(`${discord.apiUrl.replace('http', 'ws').replace('/api', '')}?v=10&encoding=json`);
    socket.onmessage = () => socket.send(JSON.stringify({ op: 2, d: { token: 'wrong', intents: 1, properties: {} } }));
    const code = await new Promise((resolve) => {
      socket.onclose = (event) => resolve(event.code);
    });
    expect(code).toBe(4004);
    await discord.stop();
  });

  it('closes with 4014 on an intent that was not granted', async () => {
    const discord = await startLocalDiscord();
    const client = createClient(discord, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent] });
    await expect(client.login(discord.token)).rejects.toThrow('Used disallowed intents');
    await discord.waitUntil('closed', () => discord.gateway.closeCodes.includes(4014));
    await client.destroy();
    await discord.stop();
  });

  it('lets a granted privileged intent read everything', async () => {
    const heard: string[] = [];
    const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent];
    const { discord, stop } = await startPair((client) => hear(client, heard), { privilegedIntents: GatewayIntentBits.MessageContent, client: { intents } });
    discord.people.sendMessage({ author: discord.world.member, content: 'nothing for a bot' });
    await vi.waitFor(() => expect(heard).toEqual(['nothing for a bot']));
    await stop();
  });

  it('loses nothing when it asks to reconnect', async () => {
    const heard: string[] = [];
    const { discord, stop } = await startPair((client) => hear(client, heard));
    discord.gateway.askToReconnect();
    await discord.waitUntil('disconnected', () => !discord.gateway.ready);
    const said = ['one', 'two', 'three'].map((word) => `<@${discord.botUser.id}> ${word}`);
    for (const content of said) discord.people.sendMessage({ author: discord.world.member, content });
    await vi.waitFor(() => expect(heard).toEqual(said), 5000);
    expect(discord.gateway).toMatchObject({ resumed: 1, identified: { length: 1 } });
    await stop();
  });

  it('resumes after a dropped connection and after a time of refusing any', async () => {
    const heard: string[] = [];
    const { discord, stop } = await startPair((client) => hear(client, heard), { heartbeatIntervalMs: 100 });
    discord.gateway.refuse();
    discord.gateway.drop();
    discord.people.sendMessage({ author: discord.world.member, content: `<@${discord.botUser.id}> still there?` });
    setTimeout(() => discord.gateway.accept(), 800);
    await vi.waitFor(() => expect(heard).toHaveLength(1), 5000);
    expect(discord.gateway.resumed).toBe(1);
    await stop();
  });

  it('resumes on the same connection after an invalid session that is resumable', async () => {
    const { discord, stop } = await startPair();
    discord.gateway.invalidateSessions(true);
    await discord.waitUntil('resumed', () => discord.gateway.resumed === 1);
    expect(discord.gateway.closeCodes).toEqual([]);
    await stop();
  });

  it('is logged in to anew after an invalid session', async () => {
    const heard: string[] = [];
    const { discord, stop } = await startPair((client) => hear(client, heard), { client: LOG_IN_AT_ONCE });
    discord.gateway.invalidateSessions(false);
    await discord.waitUntil('logged in again', () => discord.gateway.identified.length === 2);
    discord.people.sendMessage({ author: discord.world.member, content: `<@${discord.botUser.id}> back?` });
    await vi.waitFor(() => expect(heard).toHaveLength(1), 5000);
    expect(discord.gateway.resumed).toBe(0);
    await stop();
  });

  it('is logged in to anew where a session is forgotten', async () => {
    const heard: string[] = [];
    const { discord, stop } = await startPair((client) => hear(client, heard), { client: LOG_IN_AT_ONCE });
    discord.gateway.forgetSessions();
    discord.gateway.drop();
    await discord.waitUntil('logged in again', () => discord.gateway.identified.length === 2);
    discord.people.sendMessage({ author: discord.world.member, content: `<@${discord.botUser.id}> back?` });
    await vi.waitFor(() => expect(heard).toHaveLength(1), 5000);
    await stop();
  });

  it('is left as a zombie when it no longer acknowledges heartbeats', async () => {
    const { discord, stop } = await startPair(undefined, { heartbeatIntervalMs: 80 });
    discord.gateway.acknowledging = false;
    await discord.waitUntil('given up', () => discord.gateway.closeCodes.length > 0);
    discord.gateway.acknowledging = true;
    await discord.waitUntil('resumed', () => discord.gateway.resumed > 0);
    await stop();
  });

  it('answers a request for members', async () => {
    const { discord, client, stop } = await startPair();
    const members = await client.guilds.cache.get(discord.guildId)?.members.fetch({ user: [discord.world.member.id] });
    expect(members?.map(({ user }) => user.username)).toEqual(['ada']);
    await stop();
  });
});

describe('shards', () => {
  it('hear of their own guilds, the first one of direct messages, and twins of the same', async () => {
    const heard: string[] = [];
    const listen = (name: string) => (client: Client) => {
      client.on(Events.MessageCreate, ({ content }) => void heard.push(`${name}: ${content.replace(/<@\d+> /, '')}`));
    };
    const { discord, client, stop } = await startPair(listen('one'), { client: { ...LOG_IN_AT_ONCE, shards: [1], shardCount: 2 } });
    const logIn = async (name: string, ids: number[]) => {
      const another = createClient(discord, { ...LOG_IN_AT_ONCE, shards: ids, shardCount: 2 });
      onTestFinished(() => another.destroy());
      listen(name)(another);
      await Promise.all([new Promise((resolve) => another.once(Events.ClientReady, resolve)), another.login(discord.token)]);
      return another;
    };
    await logIn('zero', [0]);
    const both = await logIn('both', [0, 1]);
    expect(discord.gateway.shards).toEqual([0, 0, 1, 1]);
    const guilds = [0, 1].map((id) => discord.openGuild(`guild ${id}`, { id, of: 2 }));
    for (const { name, general } of guilds) {
      discord.people.sendMessage({ author: discord.world.member, channel: general, content: `<@${discord.botUser.id}> in ${name}` });
    }
    discord.people.sendMessage({ author: discord.world.member, channel: discord.world.dm(discord.world.member), content: 'directly' });
    await vi.waitFor(() => expect(heard).toHaveLength(6), 5000);
    expect(heard.toSorted()).toEqual(['both: directly', 'both: in guild 0', 'both: in guild 1', 'one: in guild 1', 'zero: directly', 'zero: in guild 0']);
    expect(guilds.map(({ id }) => [client.guilds.cache.has(id), both.guilds.cache.has(id)])).toEqual([
      [false, true],
      [true, true],
    ]);
    await stop();
  });

  it.each([
    [-1, 2],
    [2, 2],
    [0, 0],
  ])('are refused where there is no such one: %i of %i', async (id, count) => {
    const discord = await startLocalDiscord();
    onTestFinished(() => discord.stop());
    const socket = new WebSocket(`${discord.apiUrl.replace('http', 'ws').replace('/api', '')}?v=10&encoding=json`);
    socket.onmessage = () => socket.send(JSON.stringify({ op: 2, d: { token: discord.token, intents: 1, properties: {}, shard: [id, count] } }));
    const code = await new Promise((resolve) => {
      socket.onclose = (event) => resolve(event.code);
    });
    expect(code).toBe(4010);
  });

  it('that log in too fast are told to do it again, and do', async () => {
    const options = { client: { ...LOG_IN_AT_ONCE, shards: [0, 1, 2, 3], shardCount: 4 }, identifyIntervalMs: 300, maxConcurrency: 2, sessionStarts: 50 };
    const { discord, stop } = await startPair(undefined, options);
    expect(discord.gateway.shards).toEqual([0, 1, 2, 3]);
    expect(discord.gateway.sessionStartLimit).toEqual({ total: 50, remaining: 46, reset_after: 0, max_concurrency: 2 });
    await stop();
  });
});
