import { type AppOptions, webApi } from '@slack/bolt';
import type { Bot } from '../../bot/bot.ts';
import { Recent } from '../../bot/recent.ts';
import type { Reception } from '../../bot/reception.ts';
import { AppError } from '../../errors.ts';
import { describeError, type Log } from '../../log.ts';
import type { Platform } from '../platform.ts';
import { addListeners } from './add-listeners.ts';
import { connectingOptions, postingOptions } from './client-options.ts';
import { connectHttp } from './connect-http.ts';
import { connectSocket } from './connect-socket.ts';
import type { Connection } from './connection.ts';
import { keepTrying } from './keep-trying.ts';
import { routeLog } from './route-log.ts';
import { findIdentity, type SlackIdentity } from './slack-identity.ts';
import { makeSlackPeople } from './slack-people.ts';
import type { SlackSettings } from './slack-settings.ts';

const MOST_LONG_REPLIES = 500;

export type StartSlack = {
  readonly bot: Bot;
  readonly reception: Reception;
  readonly settings: SlackSettings;
  readonly log: Log;
  /** Who may look after the bot besides the workspace's admins and owners: user ids, by themselves or as `slack:U…`. */
  readonly admins: ReadonlySet<string>;
};

/** Connects to Slack, and stays connected until it is stopped. Where it is stopped before it ever was, `ready` resolves. */
export function startSlack(start: StartSlack): Platform {
  const stopping = new AbortController();
  let connection: Connection | null = null;
  const connect = async () => {
    const identity = await identify(start, stopping.signal);
    connection = prepare(start, identity);
    await hold(connection, start.log, stopping.signal);
  };
  const ready = connect().catch((error) => {
    if (!stopping.signal.aborted) throw error;
  });
  // It may reject before anybody looks, while another platform is loading.
  ready.catch(() => {});
  return {
    name: 'slack',
    ready,
    connected: () => connection?.isOpen() ?? false,
    stop: async () => {
      stopping.abort();
      await ready.catch(() => {});
      await connection?.close();
    },
  };
}

function identify({ settings, log }: StartSlack, signal: AbortSignal): Promise<SlackIdentity> {
  const client = new webApi.WebClient(settings.botToken, { ...connectingOptions(settings), logger: routeLog(log) });
  return keepTrying('asking Slack who the bot is', () => findIdentity(client), log, signal);
}

function prepare({ bot, reception, settings, log, admins }: StartSlack, identity: SlackIdentity): Connection {
  const { botToken, appToken, signingSecret } = settings;
  const logger = routeLog(log);
  const { botId, botUserId } = identity;
  const options: AppOptions = { token: botToken, botId, botUserId, logger, clientOptions: postingOptions(settings), convoStore: false };
  const connection = connectBy();
  const { client } = connection.app;
  const people = makeSlackPeople(client, identity, admins, log, Date.now);
  addListeners(connection.app, { bot, reception, log, client, identity, people, longReplies: new Recent(MOST_LONG_REPLIES) });
  return connection;

  function connectBy(): Connection {
    if (appToken !== null) return connectSocket(settings, appToken, options, logger, log);
    if (signingSecret !== null) return connectHttp(settings, signingSecret, options, logger);
    throw new AppError('SLACK_TOKEN', 'Slack needs SLACK_APP_TOKEN (Socket Mode), or SLACK_SIGNING_SECRET and SLACK_PORT (HTTP). Set one of them.');
  }
}

/** Opens the connection, and again whenever it is lost. */
async function hold(connection: Connection, log: Log, signal: AbortSignal): Promise<void> {
  const open = () => keepTrying('connecting to Slack', connection.open, log, signal);
  connection.onLost(() => {
    if (signal.aborted) return;
    log.info({ platform: 'slack' }, 'the connection to Slack ended; opening another');
    open().catch((error) => {
      if (!signal.aborted) log.error({ platform: 'slack', error: describeError(error) }, 'Slack lets us in no longer');
    });
  });
  await open();
}
