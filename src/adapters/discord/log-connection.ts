import { type Client, Events } from 'discord.js';
import { describeError, type Log } from '../../log.ts';

/** discord.js connects again by itself; whoever looks after the bot should see that it had to. Without a listener, an error would end the process. */
export function logConnection(client: Client, log: Log): void {
  client.on(Events.Error, (error) => log.error({ error: describeError(error) }, 'discord: an error'));
  client.on(Events.ShardError, (error, shard) => log.warn({ shard, error: describeError(error) }, 'discord: the connection failed'));
  client.on(Events.ShardDisconnect, ({ code }, shard) => log.error({ shard, code }, 'discord: disconnected for good'));
  client.on(Events.ShardReconnecting, (shard) => log.warn({ shard }, 'discord: connecting again'));
  client.on(Events.ShardReady, (shard) => log.info({ shard }, 'discord: connected'));
  client.on(Events.ShardResume, (shard, events) => log.info({ shard, events }, 'discord: connected again, nothing missed'));
  client.on(Events.Invalidated, () => log.error({}, 'discord: the session was ended'));
  // The text may quote what somebody wrote.
  client.on(Events.Warn, (message) => log.warn({ length: message.length }, 'discord: a warning'));
  client.rest.on('rateLimited', ({ route, timeToReset, global }) => log.warn({ route, ms: timeToReset, global }, 'discord: asked to slow down'));
}
