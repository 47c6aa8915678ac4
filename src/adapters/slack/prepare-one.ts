import { type AppOptions, webApi } from '@slack/bolt';
import { AppError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { addListeners } from './add-listeners.ts';
import { connectingOptions, postingOptions } from './client-options.ts';
import { connectHttp } from './connect-http.ts';
import { connectSocket } from './connect-socket.ts';
import type { Connection } from './connection.ts';
import { keepTrying } from './keep-trying.ts';
import { makeParts } from './make-parts.ts';
import { routeLog } from './route-log.ts';
import { findIdentity, type SlackIdentity } from './slack-identity.ts';
import type { SlackSettings } from './slack-settings.ts';
import type { SlackStartup } from './slack-startup.ts';
import { oneWorkspace, type Workspaces } from './workspaces.ts';

/** A bot with the token of one workspace. */
export async function prepareOne(start: SlackStartup, signal: AbortSignal): Promise<{ readonly connection: Connection; readonly workspaces: Workspaces }> {
  const { settings, log } = start;
  const { botToken } = settings;
  if (botToken === null) throw new AppError('SLACK_TOKEN', 'Slack needs SLACK_BOT_TOKEN, or SLACK_CLIENT_ID and what goes with it for many workspaces.');
  const identity = await identify(botToken, settings, log, signal);
  const connection = connectBy(botToken, identity, start);
  const workspaces = oneWorkspace(makeParts(start, identity, connection.app.client));
  addListeners(connection.app, workspaces, log);
  return { connection, workspaces };
}

function identify(botToken: string, settings: SlackSettings, log: Log, signal: AbortSignal): Promise<SlackIdentity> {
  const client = new webApi.WebClient(botToken, { ...connectingOptions(settings), logger: routeLog(log) });
  return keepTrying('asking Slack who the bot is', () => findIdentity(client), log, signal);
}

function connectBy(token: string, { botId, botUserId }: SlackIdentity, { settings, log }: SlackStartup): Connection {
  const { appToken, signingSecret } = settings;
  const logger = routeLog(log);
  const options: AppOptions = { token, botId, botUserId, logger, clientOptions: postingOptions(settings), convoStore: false };
  if (appToken !== null) return connectSocket(settings, appToken, options, logger, log);
  if (signingSecret !== null) return connectHttp(settings, options, { signingSecret, logger });
  throw new AppError('SLACK_TOKEN', 'Slack needs SLACK_APP_TOKEN (Socket Mode), or SLACK_SIGNING_SECRET and SLACK_PORT (HTTP). Set one of them.');
}
