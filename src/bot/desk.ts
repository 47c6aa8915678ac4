import type { Block } from '../reply/reply.ts';
import type { Language } from '../text/language.ts';
import type { Action } from './action.ts';
import type { Answered } from './answered.ts';
import type { Incoming } from './incoming.ts';
import type { Outgoing } from './outgoing.ts';
import type { Place } from './place.ts';

/** Somebody at a desk. */
export type Visit = {
  readonly incoming: Incoming;
  readonly language: Language;
  /** Keyed hash of `incoming.person.id`. */
  readonly person: string;
  /** Of the data that answers now. */
  readonly version: string;
};

/** What was filled in, by field. */
export type Entries = ReadonlyMap<string, readonly string[]>;

/** Serves what is more than asking: each desk knows its own buttons and forms. Null: another desk's. */
export type Desk = {
  /** What stands below an answer, besides its own buttons. */
  readonly below?: (answered: Answered) => readonly Block[];
  readonly press?: (action: Action, visit: Visit) => Promise<Outgoing | null>;
  readonly submit?: (action: Action, entries: Entries, visit: Visit) => Promise<Outgoing | null>;
  /** Whether what is written under that message of the bot's is for this desk. Known at once. */
  readonly listensTo?: (place: Place, under: string) => boolean;
  /** What was written there. */
  readonly hear?: (text: string, visit: Visit) => Promise<Outgoing | null>;
};
