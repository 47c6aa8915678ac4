import { setTimeout as delay } from 'node:timers/promises';
import { Recent } from '../../bot/recent.ts';
import { AppError } from '../../errors.ts';
import { describeError, type Log } from '../../log.ts';
import type { InstallationStore } from './installation-store.ts';
import type { SlackInstallation } from './slack-installation.ts';
import type { SlackParts } from './slack-parts.ts';
import { notInstalled, type Workspaces } from './workspaces.ts';

/** Another replica may have installed or removed the bot meanwhile. */
const KNOWN_MS = 60_000;
/** No event waits longer than that for what is known already. */
const ANEW_WITHIN_MS = 500;
const MOST_WORKSPACES = 1_000;

type Known = { readonly installation: SlackInstallation; readonly parts: SlackParts; readonly since: number };

export type ManyWorkspaces = Workspaces & {
  /** @throws AppError where there is none */
  readonly installationIn: (team: string) => Promise<SlackInstallation>;
  /** The next event from there looks anew. */
  readonly forget: (team: string) => void;
};

type Parts = {
  readonly installations: InstallationStore;
  readonly partsFor: (installation: SlackInstallation) => SlackParts;
  readonly log: Log;
  readonly now: () => number;
};

/** For a bot that is installed in many: each has its token, its people and its identity. */
export function manyWorkspaces({ installations, partsFor, log, now }: Parts): ManyWorkspaces {
  const known = new Recent<Known>(MOST_WORKSPACES);

  const find = async (team: string): Promise<Known> => {
    const before = known.get(team);
    if (before === undefined) return load(team, before);
    if (now() - before.since < KNOWN_MS) return before;
    known.set(team, { ...before, since: now() });
    return Promise.race([loadAnew(team, before), delay(ANEW_WITHIN_MS, before, { ref: false })]);
  };

  const load = async (team: string, before: Known | undefined): Promise<Known> => {
    const installation = await installations.find(team);
    if (installation === null) {
      known.delete(team);
      throw notInstalled(team);
    }
    const same = before?.installation.botToken === installation.botToken;
    const found = { installation, parts: same ? before.parts : partsFor(installation), since: now() };
    known.set(team, found);
    return found;
  };

  /** What was known before serves where the store does not answer. */
  const loadAnew = async (team: string, before: Known): Promise<Known> => {
    try {
      return await load(team, before);
    } catch (error) {
      if (known.get(team) === undefined) throw error;
      log.warn({ platform: 'slack', team, error: describeError(error) }, 'an installation was not read anew');
      return before;
    }
  };

  const partsOf = async (team: string | null | undefined) => {
    if (team === null || team === undefined)
      throw new AppError('SLACK_NO_WORKSPACE', 'The bot is in many Slack workspaces, and it was not said in which to do this: name one.');
    return (await find(team)).parts;
  };
  return {
    serving: ({ teamId }) => partsOf(teamId),
    named: partsOf,
    forget: (team) => known.delete(team),
    installationIn: async (team) => (await find(team)).installation,
  };
}
