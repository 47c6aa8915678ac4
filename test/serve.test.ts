import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PROJECT_ROOT } from '../src/config.ts';
import { seenText } from './adapters/discord/seen-text.ts';
import { writeSmallProject } from './fixtures/small-project.ts';
import { startLocalDiscord } from './servers/discord/local-discord.ts';
import { localSlackMissing } from './servers/slack/local-slack-binary.ts';
import { startLocalSlack } from './servers/slack/start-local-slack.ts';
import { app, channels, people as members } from './servers/slack/workspace.ts';

const QUESTION = 'how many people does Borel lay off';

/** `npm start` with these variables, on a small project. */
function start(variables: Readonly<Record<string, string>>, folder = writeSmallProject().folder) {
  const child = spawn(process.execPath, [join(PROJECT_ROOT, 'src/main.ts')], {
    env: { PATH: process.env['PATH'], DATA_FOLDER: folder, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    child,
    folder,
    ended,
    log: () => err,
    logged: (words: string) =>
      eventually(
        () => err.includes(words),
        () => err,
        child,
      ),
  };
}

async function eventually(holds: () => boolean, seen: () => string, { exitCode }: Pick<ChildProcess, 'exitCode'>): Promise<void> {
  for (const end = Date.now() + 20_000; !holds(); ) {
    if (Date.now() > end || exitCode !== null) throw new Error(`not seen in time; the process wrote:\n${seen()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** A change that the data survives. */
function replaceIn(folder: string): void {
  const files = readdirSync(join(folder, 'data/facts')).map((name) => join(folder, 'data/facts', name));
  for (const file of files) writeFileSync(file, readFileSync(file, 'utf8').replace('Borel lays off about 250 people', 'Borel is laying off about 250 people'));
}

async function startDiscord() {
  const discord = await startLocalDiscord();
  onTestFinished(() => discord.stop());
  return { discord, variables: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, DISCORD_GUILD_ID: discord.guildId } };
}

async function startSlack() {
  const slack = await startLocalSlack();
  onTestFinished(() => slack.stop());
  return { slack, variables: { SLACK_BOT_TOKEN: app.botToken, SLACK_APP_TOKEN: app.appToken, SLACK_API_URL: slack.apiUrl } };
}

describe('npm start with tokens', () => {
  it('registers its commands, answers, reloads on SIGHUP, and leaves on SIGTERM', async () => {
    const { discord, variables } = await startDiscord();
    const bot = start(variables);
    await discord.waitUntilReady({ commands: 1, withinMs: 20_000 });
    const { people, world } = discord;
    const asked = people.sendMessage({ author: world.member, content: `<@${discord.botUser.id}> ${QUESTION}` });
    expect(seenText((await asked.answer()).message)).toContain('about 250 people');
    replaceIn(bot.folder);
    bot.child.kill('SIGHUP');
    await bot.logged('"by":"signal"');
    expect(bot.log()).toMatch(/"facts":\{"added":0,"changed":1,"removed":0\}.*"msg":"reloaded"/);
    expect(bot.log()).not.toContain('Borel');
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(bot.log()).toContain('stopped');
  });

  it('reloads when files change, where that is wanted', async () => {
    const { variables } = await startDiscord();
    const bot = start({ ...variables, RELOAD_ON_CHANGE: 'true' });
    await bot.logged('connected');
    replaceIn(bot.folder);
    await bot.logged('"by":"change of files"');
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  });

  it('says what is wrong with a token, and exits with 1 where nothing else runs', async () => {
    const { variables } = await startDiscord();
    const bot = start({ ...variables, DISCORD_TOKEN: 'MTIz.wrong.token' });
    expect(await bot.ended).toBe(1);
    expect(bot.log()).toMatch(/DISCORD_TOKEN/);
    expect(bot.log()).not.toContain('MTIz.wrong.token');
  });

  it.skipIf(localSlackMissing() !== undefined)('goes on with one platform where the other one refuses its token', async () => {
    const [{ discord, variables }, { variables: slack }] = await Promise.all([startDiscord(), startSlack()]);
    const bot = start({ ...variables, ...slack, SLACK_BOT_TOKEN: 'xoxb-wrong' });
    await bot.logged('SLACK_BOT_TOKEN');
    await discord.waitUntilReady({ commands: 1, withinMs: 20_000 });
    const { people, world } = discord;
    const asked = people.sendMessage({ author: world.member, content: QUESTION, channel: world.dm(world.member) });
    expect(seenText((await asked.answer()).message)).toContain('about 250 people');
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  });

  it.skipIf(localSlackMissing() !== undefined)('serves both platforms in one process', async () => {
    const [{ discord, variables }, { slack, variables: slackVariables }] = await Promise.all([startDiscord(), startSlack()]);
    const bot = start({ ...variables, ...slackVariables });
    await Promise.all([discord.waitUntilReady({ commands: 1, withinMs: 20_000 }), slack.connected()]);
    const { people, world } = discord;
    const asked = people.sendMessage({ author: world.member, content: `<@${discord.botUser.id}> ${QUESTION}` });
    expect(seenText((await asked.answer()).message)).toContain('about 250 people');
    const { responses, ack } = await slack.slash({ user: members.member.id, text: `/layoffs ${QUESTION}`, channel: channels.general.id });
    expect(JSON.stringify([responses, ack.payload])).toContain('about 250 people');
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  });
});
