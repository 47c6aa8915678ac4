import type { InstallationStore as BoltStore, Installation } from '@slack/bolt';
import { AppError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { InstallationStore } from './installation-store.ts';
import type { ManyWorkspaces } from './many-workspaces.ts';
import type { SlackInstallation } from './slack-installation.ts';

type StoreParts = {
  readonly installations: InstallationStore;
  readonly workspaces: Pick<ManyWorkspaces, 'installationIn' | 'forget'>;
  readonly log: Log;
  readonly now: () => number;
};

/** Our installations as Bolt takes them: it stores one when somebody installs the bot, and asks for one at each event. */
export function toBoltStore({ installations, workspaces, log, now }: StoreParts): BoltStore {
  return {
    storeInstallation: async (given) => {
      const installation = fromBolt(given, now());
      await installations.save(installation);
      workspaces.forget(installation.team);
      log.info({ platform: 'slack', team: installation.team, scopes: installation.scopes.length }, 'installed in a workspace');
    },
    fetchInstallation: async ({ teamId = '' }) => toBolt(await workspaces.installationIn(teamId)),
  };
}

function fromBolt({ team, bot }: Installation<'v1' | 'v2', boolean>, now: number): SlackInstallation {
  if (team === undefined || bot === undefined) {
    throw new AppError('SLACK_INSTALLATION', 'Slack gave no bot token of one workspace. Install the bot in a workspace, not in a whole organisation.');
  }
  const installedAt = new Date(now).toISOString();
  return { team: team.id, botToken: bot.token, botId: bot.id, botUserId: bot.userId, scopes: bot.scopes, installedAt };
}

/** Nobody's own token is ever asked for. */
function toBolt({ team, botToken, botId, botUserId, scopes }: SlackInstallation): Installation<'v2', false> {
  const user = { id: botUserId, token: undefined, scopes: undefined };
  return {
    team: { id: team },
    enterprise: undefined,
    user,
    bot: { token: botToken, id: botId, userId: botUserId, scopes: [...scopes] },
    isEnterpriseInstall: false,
    authVersion: 'v2',
  };
}
