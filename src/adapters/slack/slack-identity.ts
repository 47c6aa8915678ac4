import { webApi } from '@slack/bolt';
import { AppError } from '../../errors.ts';

/** Who the bot is in its workspace. */
export type SlackIdentity = { readonly teamId: string; readonly botUserId: string; readonly botId: string; readonly name: string };

/** Answers that no waiting changes. */
const HOPELESS: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'user_removed_from_team',
  'team_disabled',
  'missing_scope',
  'no_permission',
]);

const REMEDIES = {
  SLACK_BOT_TOKEN: 'Copy the bot token (xoxb-…) from “OAuth & Permissions” of your Slack app into SLACK_BOT_TOKEN; install the app first if there is none.',
  SLACK_APP_TOKEN:
    'Make an app-level token (xapp-…) with the scope connections:write under “Basic Information” of your Slack app, and put it into SLACK_APP_TOKEN.',
} as const;

/**
 * Asks Slack whose token it is.
 * @throws AppError `SLACK_TOKEN` where it is no good
 */
export async function findIdentity(client: webApi.WebClient): Promise<SlackIdentity> {
  try {
    const { team_id = '', user_id = '', bot_id = '', user = '' } = await client.auth.test();
    return { teamId: team_id, botUserId: user_id, botId: bot_id, name: user };
  } catch (error) {
    throw tokenError(error, 'SLACK_BOT_TOKEN') ?? error;
  }
}

/** Null where the fault is not the token's. */
export function tokenError(cause: unknown, variable: keyof typeof REMEDIES): AppError | null {
  if (!(cause instanceof webApi.WebAPIPlatformError) || !HOPELESS.has(cause.data.error)) return null;
  return new AppError('SLACK_TOKEN', `Slack refuses the token in ${variable} (${cause.data.error}). ${REMEDIES[variable]}`, { cause });
}
