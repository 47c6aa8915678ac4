/** How well the bot did, of some of the questions or all of them. Every question was either answered or not. */
export type Measures = {
  readonly questions: number;
  readonly answered: number;
  readonly unknown: number;
  /** To a human, whether or not the bot had an answer. */
  readonly handed: number;
  /** Answered, and not handed to a human. */
  readonly alone: number;
  /** The same person had asked the same within seven days before. */
  readonly repeated: number;
  /** What people thought of the answers. */
  readonly good: number;
  readonly bad: number;
  /** Half of the answers took no longer; null where there was none. */
  readonly answerMs: number | null;
  /** From handing a question over to the human's answer: the median, or the mean of the two in the middle. */
  readonly humanMs: number | null;
};

export type CourseUnit = 'day' | 'week' | 'month' | 'year';

/** A part of the period; `from` is its first day, as `2026-03-01`. */
export type CoursePart = Pick<Measures, 'answered' | 'unknown' | 'handed'> & { readonly from: string };

/** Days are UTC. */
export type Stats = {
  readonly from: string;
  readonly to: string;
  readonly total: Measures;
  /** The counts of all platforms together are the total's, and so are those of all languages. */
  readonly platforms: readonly (Measures & { readonly name: string })[];
  readonly languages: readonly (Measures & { readonly name: string })[];
  readonly course: { readonly unit: CourseUnit; readonly parts: readonly CoursePart[] };
};

export type StatsRecords = {
  /** @param days the last ones, today among them; null: all that there were */
  readonly of: (days: number | null) => Promise<Stats>;
};
