import { type AppOptions, webApi } from '@slack/bolt';
import { AppError } from '../../errors.ts';
import { addListeners } from './add-listeners.ts';
import { connectingOptions, postingOptions } from './client-options.ts';
import { connectHttp } from './connect-http.ts';
import type { Connection } from './connection.ts';
import { makeParts } from './make-parts.ts';
import { manyWorkspaces } from './many-workspaces.ts';
import { addUninstall } from './on-uninstall.ts';
import { routeLog } from './route-log.ts';
import { BOT_NAME, listScopes } from './slack-manifest.ts';
import type { SlackOAuth } from './slack-settings.ts';
import type { SlackStartup } from './slack-startup.ts';
import { toBoltStore } from './to-bolt-store.ts';
import type { Workspaces } from './workspaces.ts';

/** A bot that people install in their workspaces, at /slack/install. */
export function prepareMany(start: SlackStartup, oauth: SlackOAuth): { readonly connection: Connection; readonly workspaces: Workspaces } {
  const { settings, log, installations = null, onRemoved = () => Promise.resolve() } = start;
  const signingSecret = needSigningSecret(start);
  if (installations === null) throw new AppError('SLACK_SETTINGS', 'There is nowhere to keep where the bot is installed: set ENCRYPTION_KEY.');
  const logger = routeLog(log);
  const clientOptions = postingOptions(settings);
  const clientFor = (token: string) => new webApi.WebClient(token, { ...clientOptions, logger });
  const workspaces = manyWorkspaces({
    installations,
    log,
    now: Date.now,
    partsFor: ({ team, botId, botUserId, botToken }) => makeParts(start, { teamId: team, botId, botUserId, name: BOT_NAME }, clientFor(botToken)),
  });
  const options: AppOptions = { logger, clientOptions, convoStore: false };
  const { clientId, clientSecret, stateSecret, hearsChannels } = oauth;
  const connection = connectHttp(settings, options, {
    ...{ signingSecret, logger, clientId, clientSecret, stateSecret },
    scopes: listScopes({ threadFollowUps: hearsChannels, editorsChannel: false }).map(({ scope }) => scope),
    installationStore: toBoltStore({ installations, workspaces, log, now: Date.now }),
    installerOptions: { directInstall: true, clientOptions: connectingOptions(settings) },
  });
  addListeners(connection.app, workspaces, log);
  addUninstall(connection.app, { installations, workspaces, log, clientFor, onRemoved });
  return { connection, workspaces };
}

function needSigningSecret({ settings: { appToken, signingSecret } }: SlackStartup): string {
  if (appToken !== null) {
    throw new AppError(
      'SLACK_SETTINGS',
      'A bot that is installed in many Slack workspaces needs HTTP: people install it at /slack/install, which Socket Mode has no address for. Unset SLACK_APP_TOKEN and set SLACK_SIGNING_SECRET and SLACK_PORT, or unset SLACK_CLIENT_ID to serve one workspace over Socket Mode.',
    );
  }
  if (signingSecret !== null) return signingSecret;
  throw new AppError('SLACK_SETTINGS', 'A bot that is installed in many Slack workspaces needs SLACK_SIGNING_SECRET and SLACK_PORT. Set both.');
}
