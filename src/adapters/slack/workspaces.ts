import type { Context } from '@slack/bolt';
import { AppError } from '../../errors.ts';
import type { SlackParts } from './slack-parts.ts';

/** The workspaces that the bot is installed in. */
export type Workspaces = {
  /** What serves an event. @throws AppError where the bot is not installed there */
  readonly serving: (context: Pick<Context, 'teamId'>) => Promise<SlackParts>;
  /** @param team null for the only one there is. @throws AppError where the bot is not installed there */
  readonly named: (team: string | null) => Promise<SlackParts>;
};

/** For a bot with one token: whatever reaches it is for that workspace, also from people of others in shared channels. */
export function oneWorkspace(parts: SlackParts): Workspaces {
  return {
    serving: async () => parts,
    named: async (team) => {
      if (team === null || team === parts.identity.teamId) return parts;
      throw notInstalled(team);
    },
  };
}

export function notInstalled(team: string): AppError {
  return new AppError('SLACK_NOT_INSTALLED', `The bot is not installed in the Slack workspace ${team}. Install it there: open /slack/install in a browser.`);
}
