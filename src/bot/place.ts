/** Where something was asked, as far as it takes to say something there later, after a restart too. Ids are the platform's own. */
export type Place = {
  readonly platform: string;
  /** Slack workspace or Discord server; null in a direct message on Discord. */
  readonly workspace: string | null;
  readonly channel: string;
  /** The channel that a thread with an id of its own belongs to, as on Discord. */
  readonly above?: string | null;
  /** What an answer for all to see belongs under: on Slack the first message of the thread, on Discord the message that asked; null where there is none. */
  readonly thread: string | null;
  /** Whoever asked. */
  readonly person: string;
  /** Between that person and the bot alone. */
  readonly direct: boolean;
};
