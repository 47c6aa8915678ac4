import type { Reply } from '../reply/reply.ts';
import type { Audience } from './incoming.ts';
import type { Place } from './place.ts';

/** A question with what was said to it. */
export type Answered = {
  /** UUID. */
  readonly id: string;
  readonly at: Date;
  readonly place: Place;
  /** Who saw what was said. */
  readonly audience: Audience;
  /** Keyed hash. */
  readonly person: string;
  readonly question: string;
  /** Earlier questions of the same person, oldest first. */
  readonly thread: readonly string[];
  readonly reply: Reply;
};
