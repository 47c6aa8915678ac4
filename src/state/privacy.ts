/** Somebody who asks to be forgotten; `id` is the platform's own. */
export type Leaver = { readonly person: string; readonly platform: string; readonly id: string };

/** How much of somebody was deleted, or no longer leads to them. */
export type Forgotten = {
  /** Questions, with what was answered. */
  readonly questions: number;
  /** Votes on answers, with remarks. */
  readonly votes: number;
  /** Questions that waited for a human: withdrawn. */
  readonly waiting: number;
  /** Questions that a human had done with. */
  readonly done: number;
  /** Other people's questions that they had taken: open to other editors again. */
  readonly taken: number;
  /** Settings, reloads and rollbacks of theirs. */
  readonly changes: number;
};

export type PrivacyRecords = {
  /** How long what people write is kept. */
  readonly retentionDays: () => number;
  readonly forget: (leaver: Leaver) => Promise<Forgotten>;
};
