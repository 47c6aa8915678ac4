import { setTimeout as delay } from 'node:timers/promises';
import { App, type AppOptions, type Logger, SocketModeReceiver } from '@slack/bolt';
import { describeError, type Log } from '../../log.ts';
import { connectingOptions } from './client-options.ts';
import type { Connection } from './connection.ts';
import { tokenError } from './slack-identity.ts';
import type { SlackSettings } from './slack-settings.ts';

/** A connection that does not answer for that long is dead. */
const PONG_WITHIN_MS = 3_000;
/** From asking for a connection to Slack's greeting. */
const OPEN_WITHIN_MS = 15_000;
const CLOSE_WITHIN_MS = 1_000;

/**
 * Socket Mode. Bolt does not reconnect here: it waits its ping timeout first, and a failure to get a new address ends it with an unhandled rejection.
 * Whoever opens the connection opens it again.
 */
export function connectSocket(settings: SlackSettings, appToken: string, options: AppOptions, logger: Logger, log: Log): Connection {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    clientPingTimeout: PONG_WITHIN_MS,
    installerOptions: { clientOptions: connectingOptions(settings) },
    processEventErrorHandler: async ({ error }) => {
      log.error({ platform: 'slack', error: describeError(error) }, 'an event was not processed');
      return false;
    },
  });
  const { client } = receiver;
  let open = false;
  let closed = false;
  let lost = () => {};
  client.on('disconnected', () => {
    const was = open;
    open = false;
    if (was) lost();
  });

  return {
    app: new App({ ...options, receiver }),
    open: async () => {
      try {
        await within(OPEN_WITHIN_MS, client.start(), () => client.disconnect());
        open = !closed;
        // It was under way when the bot was stopped.
        if (closed) await client.disconnect();
      } catch (error) {
        throw tokenError(error, 'SLACK_APP_TOKEN') ?? error;
      }
    },
    isOpen: () => open,
    close: () => {
      closed = true;
      return Promise.race([client.disconnect(), delay(CLOSE_WITHIN_MS, undefined, { ref: false })]);
    },
    onLost: (listener) => {
      lost = listener;
    },
  };
}

async function within<Result>(ms: number, work: Promise<Result>, giveUp: () => Promise<void>): Promise<void> {
  const clock = new AbortController();
  const overdue = delay(ms, undefined, { signal: clock.signal, ref: false }).then(() => {
    void giveUp();
    throw new Error(`nothing came within ${ms} ms`);
  });
  try {
    await Promise.race([work, overdue]);
  } finally {
    clock.abort();
    overdue.catch(() => {});
  }
}
