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
import { openLog } from '../../src/log.ts';
import { app as identity } from '../../test/servers/slack/workspace.ts';
import type { BotJob } from './bot-job.ts';
import { DISCORD_TOKEN } from './discord-token.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The bot on the project's own data, put together as `npm start` does it. */
export async function startOurs(job: BotJob): Promise<void> {
  const bot = await openBot();
  bot.warmUp();
  const log = openLog('error');
  const reception = new Reception({ bot, log, now: Date.now, threadFollowUps: false });
  const parts = { bot, reception, log, admins: new Set<string>() };
  if (job.road === 'discord') {
    const settings = { token: DISCORD_TOKEN, apiUrl: job.apiUrl, guildId: null };
    const rest = createRest(settings);
    await publishCommands({ rest, applicationId: await findApplicationId(DISCORD_TOKEN, rest), guildId: null, commands: bot.commands });
    await startDiscord({ ...parts, settings }).ready;
  } else {
    await startSlack({ ...parts, settings: slackSettings(job) }).ready;
  }
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
