import type { Arena } from './arena.ts';
import type { BotKind, Road } from './bot-job.ts';
import { openDiscordArena } from './open-discord-arena.ts';
import { openSlackArena } from './open-slack-arena.ts';

/** @param execArgv for the bot's node */
export function openArena(road: Road, kind: BotKind, execArgv: readonly string[] = []): Promise<Arena> {
  return road === 'discord' ? openDiscordArena(kind, execArgv) : openSlackArena(road, kind, execArgv);
}
