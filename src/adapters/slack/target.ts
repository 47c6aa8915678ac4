/** Where an answer goes. */
export type Target = {
  /** A person's id stands for the conversation with them. */
  readonly channel: string;
  readonly user: string;
  /** The thread for answers that all can see; null for none. */
  readonly threadTs: string | null;
  /** Whether that thread is there already: nobody sees a private message in one that is not. */
  readonly threadExists: boolean;
  /** Serves where the bot is no member; null where Slack gives none. */
  readonly responseUrl: string | null;
  /** What was pressed is for one person only, and perhaps where the bot is no member. */
  readonly fromEphemeral: boolean;
};
