import type { KeptAnswer } from '../state/find-answer.ts';
import type { Answered } from './answered.ts';

/** What is known of an answer when somebody comes back to it, perhaps after a restart. */
export type PastAnswer = KeptAnswer & {
  /** Null where only what was kept of it is known. */
  readonly answered: Answered | null;
};

/** Which answers were given. Neither noting nor telling waits for anything. */
export type AnswerBook = {
  /** Before it is shown, so that its buttons are understood. */
  readonly note: (answered: Answered) => void;
  /** It was shown, so many milliseconds after it was asked. */
  readonly shown: (answered: Answered, ms: number) => void;
  /** Null where nothing is known of it any longer. */
  readonly find: (id: string) => Promise<PastAnswer | null>;
};

export const NO_BOOK: AnswerBook = { note: () => {}, shown: () => {}, find: () => Promise.resolve(null) };
