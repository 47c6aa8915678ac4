export const FEEDBACK_REASONS = ['wrong', 'outdated', 'not-asked', 'other'] as const;
export type FeedbackReason = (typeof FEEDBACK_REASONS)[number];

/** What somebody thinks of an answer, and what the answer was. */
export type FeedbackRow = {
  readonly answer: string;
  /** Keyed hash. */
  readonly person: string;
  readonly at: Date;
  readonly good: boolean;
  readonly reason: FeedbackReason | null;
  readonly remark: string | null;
  readonly platform: string;
  readonly language: string;
  readonly question: string;
  /** Ids of those that it rested on; none where there was no answer. */
  readonly facts: readonly string[];
  readonly version: string;
};
