import type { Arena } from './arena.ts';
import type { BotKind, Road } from './bot-job.ts';
import { openDiscordArena } from './open-discord-arena.ts';
import { openSlackArena } from './open-slack-arena.ts';

/**
 * @param execArgv for the bot's node
 * @param memory where our bot keeps what it remembers; null: nowhere
 */
export function openArena(road: Road, kind: BotKind, execArgv: readonly string[] = [], memory: string | null = null): Promise<Arena> {
  return road === 'discord' ? openDiscordArena(kind, execArgv, memory) : openSlackArena(road, kind, execArgv, memory);
}
