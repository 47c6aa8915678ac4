import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { createRest } from '../../../src/adapters/discord/create-client.ts';
import { publishCommands } from '../../../src/adapters/discord/publish-commands.ts';
import { type DiscordParts, startDiscord } from '../../../src/adapters/discord/start-discord.ts';
import type { Incoming } from '../../../src/bot/incoming.ts';
import type { Outgoing } from '../../../src/bot/outgoing.ts';
import type { Deliver } from '../../../src/bot/reception.ts';
import type { Block, Reply } from '../../../src/reply/reply.ts';
import { writeSmallProject } from '../../fixtures/small-project.ts';
import { startBot } from '../../fixtures/start-bot.ts';
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from '../../servers/discord/local-discord.ts';
import { LOG_IN_AT_ONCE } from '../../servers/discord/start-client.ts';

export type Script = (incoming: Incoming) => Outgoing | null | Promise<Outgoing | null>;

export type ScriptedOptions = LocalDiscordOptions &
  Pick<DiscordParts, 'drawChart'> & {
    /** What is answered to whatever is asked. */
    readonly script?: Script;
    readonly shards?: readonly number[];
    readonly shardCount?: number;
    readonly within?: LocalDiscord;
    /** Whether the commands are published in the guild by the platform itself. */
    readonly guild?: boolean;
  };

/** Discord's adapter alone, connected to a local Discord, with a reception that answers as the test says. */
export async function startScripted(options: ScriptedOptions = {}) {
  const { script = () => null, drawChart, shards = null, shardCount = null, within, guild = false, ...local } = options;
  const discord = within ?? (await startLocalDiscord(local));
  const { bot } = await startBot(writeSmallProject().folder);
  const received: Incoming[] = [];
  const receive = async (incoming: Incoming, deliver: Deliver) => {
    received.push(incoming);
    const outgoing = await script(incoming);
    if (outgoing !== null) await deliver(outgoing);
  };
  const settings = { token: discord.token, apiUrl: discord.apiUrl, guildId: guild ? discord.guildId : null, shards, shardCount };
  const rest = createRest(settings);
  await publishCommands({ rest, applicationId: discord.applicationId, guildId: null, commands: bot.commands });
  const drawing = drawChart === undefined ? {} : { drawChart };
  const platform = startDiscord({
    bot,
    reception: { receive },
    settings,
    log: pino({ level: 'silent' }),
    admins: new Set(),
    options: LOG_IN_AT_ONCE,
    ...drawing,
  });
  onTestFinished(async () => {
    await platform.ready.catch(() => undefined);
    await platform.stop();
    if (within === undefined) await discord.stop();
  });
  return { discord, platform, received, bot, people: discord.people, world: discord.world, ada: discord.world.member, mention: `<@${discord.botUser.id}>` };
}

export function replyOf(...blocks: readonly Block[]): Reply {
  return { language: 'en', status: 'answered', reason: null, blocks, facts: [], sources: [], suggestions: [], version: 'abc123' };
}

export function textBlock(text: string): Block {
  return { kind: 'text', tone: 'plain', text };
}
