/** What somebody thought of an answer. */
type Opinion = {
  readonly at: Date;
  readonly good: boolean;
  /** Of `FEEDBACK_REASONS`. */
  readonly reason: string | null;
  readonly remark: string | null;
  readonly platform: string;
  /** Null after the days of retention. */
  readonly question: string | null;
  readonly facts: readonly string[];
  readonly version: string;
};

export type FactVotes = { readonly fact: string; readonly good: number; readonly bad: number };

export type FeedbackRecords = {
  /** The newest first. */
  readonly newest: (onlyBad: boolean, most: number) => Promise<readonly Opinion[]>;
  /** Facts whose answers people found bad: the surer it is that most do, the earlier. */
  readonly worst: (most: number) => Promise<readonly FactVotes[]>;
  /** Of the last thirty days. */
  readonly lately: () => Promise<{ readonly good: number; readonly bad: number }>;
};
