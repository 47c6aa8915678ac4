export const GAP_STATUSES = ['open', 'answered', 'declined'] as const;
export type GapStatus = (typeof GAP_STATUSES)[number];

/** Questions that had no answer and mean the same. */
export type GapGroup = {
  /** Keyed hash. */
  readonly likeness: string;
  readonly status: GapStatus;
  /** How often they were asked. */
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly decidedAt: Date | null;
  /** The fact that answers them, where somebody said so. */
  readonly fact: string | null;
  /** The version of the data that has an answer, where one was found after a reload. */
  readonly foundIn: string | null;
  /** As they were asked, the most frequent first; one a language. Gone after the days of retention. */
  readonly questions: readonly { readonly text: string; readonly language: string }[];
  readonly languages: readonly string[];
  readonly platforms: readonly string[];
  /** Why they had no answer. */
  readonly reason: string | null;
  /** Ids of facts. */
  readonly nearest: readonly string[];
};

export type GapPage = { readonly groups: readonly GapGroup[]; readonly more: boolean };

export type GapRecords = {
  /** Most asked first; of the open ones first those that have an answer by now. `page` counts from 0. */
  readonly page: (status: GapStatus, page: number, size: number) => Promise<GapPage>;
  /** As a table for a spreadsheet; at most `most` groups. */
  readonly csv: (status: GapStatus, most: number) => Promise<string>;
};
