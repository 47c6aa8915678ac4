export type SlackSettings = {
  /** xoxb-…, of the one workspace that the bot is in; null where it is installed in many. */
  readonly botToken: string | null;
  /** xapp-…; with it events come over a socket, and nothing listens. */
  readonly appToken: string | null;
  /** For HTTP, where there is no app token. */
  readonly signingSecret: string | null;
  readonly port: number | null;
  /** The address to listen on. */
  readonly host: string;
  /** Instead of Slack's own; for tests. */
  readonly apiUrl: string | null;
  /** For people of many workspaces to install the bot in theirs, over HTTP. */
  readonly oauth?: SlackOAuth | null;
};

export type SlackOAuth = {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs what an installation begins with, so that none can be begun elsewhere; the same on all replicas. */
  readonly stateSecret: string;
  /** Also ask for the messages of channels: for follow-ups without a mention, and for editors who answer in threads. */
  readonly hearsChannels: boolean;
};
