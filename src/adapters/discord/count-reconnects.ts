import { type Client, Events } from 'discord.js';

/** Counts, for each shard, how often its connection was opened anew: resumed, or with a new session. @returns their sum so far */
export function countReconnects(client: Client): () => number {
  const opened = new Map<number, number>();
  const note = (shard: number) => void opened.set(shard, (opened.get(shard) ?? -1) + 1);
  client.on(Events.ShardReady, note);
  client.on(Events.ShardResume, note);
  return () => [...opened.values()].reduce((sum, count) => sum + count, 0);
}
