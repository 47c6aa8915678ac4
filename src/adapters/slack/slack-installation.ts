/** That the bot is in a workspace, and what it works with there. */
export type SlackInstallation = {
  readonly team: string;
  readonly botToken: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly scopes: readonly string[];
  /** ISO 8601. */
  readonly installedAt: string;
};
