export type SlackSettings = {
  /** xoxb-… */
  readonly botToken: string;
  /** xapp-…; with it events come over a socket, and nothing listens. */
  readonly appToken: string | null;
  /** For HTTP, where there is no app token. */
  readonly signingSecret: string | null;
  readonly port: number | null;
  /** The address to listen on. */
  readonly host: string;
  /** Instead of Slack's own; for tests. */
  readonly apiUrl: string | null;
};
