import { type Client, Events } from 'discord.js';
import { describeError, type Log } from '../../log.ts';

/** discord.js connects again by itself; whoever looks after the bot should see that it had to. Without a listener, an error would end the process. */
export function logConnection(client: Client, log: Log): void {
  client.on(Events.Error, (error) => log.error({ error: describeError(error) }, 'discord: an error'));
  client.on(Events.ShardError, (error) => log.warn({ error: describeError(error) }, 'discord: the connection failed'));
  client.on(Events.ShardDisconnect, ({ code }) => log.error({ code }, 'discord: disconnected for good'));
  client.on(Events.ShardReconnecting, () => log.warn({}, 'discord: connecting again'));
  client.on(Events.ShardResume, (_, events) => log.info({ events }, 'discord: connected again, nothing missed'));
  client.on(Events.Invalidated, () => log.error({}, 'discord: the session was ended'));
  // The text may quote what somebody wrote.
  client.on(Events.Warn, (message) => log.warn({ length: message.length }, 'discord: a warning'));
  client.rest.on('rateLimited', ({ route, timeToReset, global }) => log.warn({ route, ms: timeToReset, global }, 'discord: asked to slow down'));
}
