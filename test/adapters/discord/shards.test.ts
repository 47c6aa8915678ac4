import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createRest } from '../../../src/adapters/discord/create-client.ts';
import { publishCommands } from '../../../src/adapters/discord/publish-commands.ts';
import { writeSmallProject } from '../../fixtures/small-project.ts';
import { startBot } from '../../fixtures/start-bot.ts';
import { type LocalDiscord, startLocalDiscord } from '../../servers/discord/local-discord.ts';
import type { Guild } from '../../servers/discord/world.ts';
import { replyOf, startScripted, textBlock } from './start-scripted.ts';

const SHARD_COUNT = 4;

/** Five guilds besides the first, which is on any shard. */
async function startGuilds() {
  const discord = await startLocalDiscord();
  const { folder } = writeSmallProject();
  const { commands } = (await startBot(folder)).bot;
  await publishCommands({ rest: createRest(discord), applicationId: discord.applicationId, guildId: null, commands });
  const guilds = [0, 1, 2, 3, 0].map((id, at) => ({ shard: id, guild: discord.openGuild(`guild ${at}`, { id, of: SHARD_COUNT }) }));
  const started: ChildProcess[] = [];
  onTestFinished(async () => {
    for (const child of started) child.kill('SIGKILL');
    await discord.stop();
  });
  const startProcess = async (...shards: readonly number[]) => {
    const job = JSON.stringify({ token: discord.token, apiUrl: discord.apiUrl, folder, shards, shardCount: SHARD_COUNT });
    const child = fork(join(import.meta.dirname, 'shard-process.ts'), [job]);
    started.push(child);
    await once(child, 'message');
    return child;
  };
  return { discord, guilds, startProcess };
}

function mention({ people, world, botUser }: LocalDiscord, guild: Guild) {
  return people.sendMessage({ author: world.member, channel: guild.general, content: `<@${botUser.id}> why?` });
}

/** The texts of all that the bot said in the guild. */
async function answersIn(discord: LocalDiscord, guild: Guild, count: number): Promise<readonly string[]> {
  const answers = await discord.people.waitForMessages(guild.general, count);
  return answers.map(({ content }) => content.split('\n')[0] ?? '');
}

const byShard = (shard: number) => (shard < 2 ? 'By 0 and 1.' : 'By 2 and 3.');

describe('shards of several processes', () => {
  it('answer in each guild once, in direct messages too, and again after one process died', { timeout: 60_000 }, async () => {
    const { discord, guilds, startProcess } = await startGuilds();
    const [, second] = await Promise.all([startProcess(0, 1), startProcess(2, 3)]);
    expect(discord.gateway.shards).toEqual([0, 1, 2, 3]);
    for (const { guild } of guilds) mention(discord, guild);
    for (const { guild } of guilds) await discord.people.command({ name: 'layoffs', subcommand: 'list', user: discord.world.owner, channel: guild.general });
    const direct = discord.people.sendMessage({ author: discord.world.member, content: 'why?', channel: discord.world.dm(discord.world.member) });
    expect((await direct.answer()).message.content).toContain('By 0 and 1.');
    for (const { guild, shard } of guilds) expect(await answersIn(discord, guild, 2)).toEqual([byShard(shard), byShard(shard)]);

    second.kill('SIGKILL');
    await discord.waitUntil('half of the shards', () => discord.gateway.shards.length === 2);
    const [asked, ...unheard] = guilds.toSorted((a, b) => a.shard - b.shard).map(({ guild }) => mention(discord, guild));
    await asked?.answer();
    await unheard.at(-1)?.silence(300);

    await startProcess(2, 3);
    for (const { guild } of guilds) mention(discord, guild);
    for (const { guild, shard } of guilds) expect(await answersIn(discord, guild, shard < 2 ? 4 : 3)).toContain(byShard(shard));
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (const { guild, shard } of guilds) expect(await answersIn(discord, guild, 0)).toHaveLength(shard < 2 ? 4 : 3);
    expect(discord.rejected).toEqual([]);
  });
});

describe('one process', () => {
  it('is connected when all of its shards are, and counts what it had to open anew', async () => {
    const { discord, platform } = await startScripted({ shards: [1, 3], shardCount: 4 });
    expect(platform.connected()).toBe(false);
    await platform.ready;
    expect(discord.gateway.shards).toEqual([1, 3]);
    expect([platform.connected(), platform.reconnects()]).toEqual([true, 0]);
    discord.gateway.refuse();
    discord.gateway.drop(3);
    await expect.poll(() => platform.connected()).toBe(false);
    discord.gateway.accept();
    await expect.poll(() => platform.connected(), { timeout: 10_000 }).toBe(true);
    expect([discord.gateway.resumed, platform.reconnects()]).toEqual([1, 1]);
    discord.gateway.forgetSessions();
    discord.gateway.drop(null);
    await expect.poll(() => platform.reconnects(), { timeout: 15_000 }).toBe(3);
    expect(discord.gateway.shards).toEqual([1, 3]);
  });

  it('publishes the commands only where it has the first shard', async () => {
    const { discord, platform } = await startScripted({ shards: [1], shardCount: 2, guild: true });
    const first = await startScripted({ shards: [0], shardCount: 2, guild: true, within: discord });
    await platform.ready;
    expect(discord.commands(discord.guildId)).toEqual([]);
    await first.platform.ready;
    await expect.poll(() => discord.commands(discord.guildId).length).toBeGreaterThan(0);
    expect(discord.requests.filter(({ method, path }) => method === 'PUT' && path.includes(discord.guildId))).toHaveLength(1);
  });

  it('says what is wrong where there is no such shard', async () => {
    const { platform, discord } = await startScripted({ shards: [4], shardCount: 4 });
    await expect(platform.ready).rejects.toMatchObject({ code: 'DISCORD_SHARDS', message: expect.stringContaining('DISCORD_SHARD_COUNT') });
    await discord.waitUntil('closed', () => discord.gateway.closeCodes.includes(4_010));
  });
});

describe('two processes with the same shard', () => {
  it('both hear of everything, under the same delivery', async () => {
    const script = () => ({ kind: 'say', audience: 'public', reply: replyOf(textBlock('Yes.')) }) as const;
    const one = await startScripted({ script });
    const other = await startScripted({ script, within: one.discord });
    await Promise.all([one.platform.ready, other.platform.ready]);
    const { people, ada, mention: bot, discord } = one;
    await people.sendMessage({ author: ada, content: `${bot} why?` }).answers(2);
    const outcome = await people.command({ user: ada, name: 'layoffs', subcommand: 'list' });
    expect(outcome.message?.content).toContain('Yes.');
    await discord.waitUntil('refused', () => discord.rejected.length > 0);
    expect(discord.rejected.map(({ code }) => code)).toEqual([40_060]);
    expect(one.received.map(({ delivery }) => delivery)).toEqual(other.received.map(({ delivery }) => delivery));
  });
});
