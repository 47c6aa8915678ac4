/** A question that waits for a human. */
type WaitingHandOff = {
  /** Since it was handed over. */
  readonly minutes: number;
  /** `open` or `taken`. */
  readonly status: string;
  readonly platform: string;
  readonly language: string;
  /** Null after the days of retention. */
  readonly question: string | null;
  /** To where it was asked; null where only the person saw that. */
  readonly link: string | null;
  readonly takenByName: string | null;
  /** To the message that stands for it in the editors' channel. */
  readonly editorsLink: string | null;
};

/** Where somebody is; ids are the platform's own. */
type Whereabouts = {
  readonly platform: string;
  readonly workspace: string | null;
  readonly channel: string;
  readonly thread: string | null;
  readonly person: string;
  readonly direct: boolean;
};

export type HandOffRecords = {
  /** The oldest first, and how many there are in all. */
  readonly waiting: (most: number) => Promise<{ readonly count: number; readonly oldest: readonly WaitingHandOff[] }>;
  /** Whether there are humans to ask. */
  readonly hasEditors: (place: Whereabouts) => boolean;
  /** What a person asked last in a workspace or server, within an hour; null for nothing. */
  readonly lastQuestion: (person: string, place: Whereabouts) => Promise<{ readonly answer: string; readonly question: string } | null>;
};
