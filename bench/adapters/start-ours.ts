import { join } from 'node:path';
import { createRest } from '../../src/adapters/discord/create-client.ts';
import { findApplicationId } from '../../src/adapters/discord/find-application-id.ts';
import { publishCommands } from '../../src/adapters/discord/publish-commands.ts';
import { startDiscord } from '../../src/adapters/discord/start-discord.ts';
import { startSlack } from '../../src/adapters/slack/start-slack.ts';
import { Bot } from '../../src/bot/bot.ts';
import { loadCommands } from '../../src/bot/load-commands.ts';
import { loadKnowledge } from '../../src/bot/load-knowledge.ts';
import { Reception } from '../../src/bot/reception.ts';
import { readConfig } from '../../src/config.ts';
import { openLog } from '../../src/log.ts';
import { startMemory } from '../../src/start-memory.ts';
import { app as identity } from '../../test/servers/slack/workspace.ts';
import type { BotJob } from './bot-job.ts';
import { DISCORD_TOKEN } from './discord-token.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The bot on the project's own data, put together as `npm start` does it. */
export async function startOurs(job: BotJob): Promise<void> {
  const log = openLog('error');
  const memory = job.memory === null ? null : startMemory(readConfig(variablesOf(job.memory), NO_FILE), log);
  const bot = await openBot();
  bot.warmUp();
  const reception = new Reception({ bot, log, now: Date.now, threadFollowUps: false, ...memory?.serve(bot) });
  await memory?.state.start();
  const parts = { bot, reception, log, admins: new Set<string>() };
  if (job.road === 'discord') {
    const settings = { token: DISCORD_TOKEN, apiUrl: job.apiUrl, guildId: null, shards: null, shardCount: null };
    const rest = createRest(settings);
    await publishCommands({ rest, applicationId: await findApplicationId(DISCORD_TOKEN, rest), guildId: null, commands: bot.commands });
    await startDiscord({ ...parts, settings }).ready;
  } else {
    await startSlack({ ...parts, settings: slackSettings(job) }).ready;
  }
}

const NO_FILE = '/nowhere/.env';

function variablesOf(memory: string): Record<string, string> {
  const place = memory.startsWith('postgres://') ? { DATABASE_URL: memory } : { STATE_FOLDER: memory };
  return { ...place, PEOPLE_KEY: 'of no importance, since nobody is real here' };
}

async function openBot(): Promise<Bot> {
  const load = () => loadKnowledge(ROOT, () => new Date());
  const [commands, loaded] = await Promise.all([loadCommands(join(ROOT, 'commands')), load()]);
  if (!loaded.ok) throw new Error(`data/ has ${loaded.problems.length} problems: run "npm run facts -- check" to see them`);
  return new Bot({ knowledge: loaded.knowledge, load, commands, language: 'en' });
}

function slackSettings({ road, apiUrl, port }: BotJob) {
  const { botToken, appToken, signingSecret } = identity;
  const common = { botToken, port, host: '127.0.0.1', apiUrl };
  return road === 'slack' ? { ...common, appToken, signingSecret: null } : { ...common, appToken: null, signingSecret };
}
