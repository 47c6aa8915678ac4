import type { App, Context, webApi } from '@slack/bolt';
import pRetry from 'p-retry';
import type { Log } from '../../log.ts';
import type { InstallationStore } from './installation-store.ts';
import type { ManyWorkspaces } from './many-workspaces.ts';

type UninstallParts = {
  readonly installations: InstallationStore;
  readonly workspaces: Pick<ManyWorkspaces, 'forget'>;
  readonly clientFor: (token: string) => webApi.WebClient;
  readonly log: Log;
  readonly onRemoved: (team: string) => Promise<void>;
};

/** Deletes what is kept of a workspace when the bot is removed from it. */
export function addUninstall(app: App, parts: UninstallParts): void {
  app.event('app_uninstalled', ({ context }) => forget(context, parts));
  app.event('tokens_revoked', async ({ context, event }) => {
    if ((event.tokens.bot ?? []).length > 0) await forget(context, parts);
  });
}

async function forget({ teamId: team, retryNum = 0 }: Context, { installations, workspaces, clientFor, log, onRemoved }: UninstallParts): Promise<void> {
  if (team === undefined) return;
  // Slack tells for an hour of what was not taken: meanwhile the bot may have been installed again.
  if (retryNum > 0 && (await stillServes(team, installations, clientFor))) return;
  const retrying = { retries: 10, maxTimeout: 30_000, randomize: true, unref: true };
  await pRetry(() => installations.remove(team), retrying);
  workspaces.forget(team);
  await pRetry(() => onRemoved(team), retrying);
  log.info({ platform: 'slack', team }, 'removed from a workspace');
}

async function stillServes(team: string, installations: InstallationStore, clientFor: UninstallParts['clientFor']): Promise<boolean> {
  const installation = await installations.find(team).catch(() => null);
  if (installation === null) return false;
  return clientFor(installation.botToken)
    .auth.test()
    .then(
      ({ ok }) => ok,
      () => false,
    );
}
