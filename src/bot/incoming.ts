import type { Language } from '../text/language.ts';
import type { GivenOptions } from './given-options.ts';
import type { Place } from './place.ts';

/** Whoever wrote, pressed or chose something, as the platform knows them. */
export type Person = {
  /** Unique over all platforms: `slack:T1:U2`, `discord:123`. */
  readonly id: string;
  /** Of their client, where the platform tells. */
  readonly language: Language | null;
  /** What they are called there, asked for when it matters; null where the platform does not say, and not there where it cannot. */
  readonly name?: () => Promise<string | null>;
  /** May look after the bot. Asked anew each time it matters. */
  readonly isAdmin: () => Promise<boolean>;
  /** May settle how the bot behaves in that workspace or server; whoever is an admin by default. */
  readonly isLocalAdmin?: () => Promise<boolean>;
  /** May remove other people's messages there. */
  readonly isModerator: () => Promise<boolean>;
};

export type Request =
  /** `text` without the mention of the bot. Empty: they want help. */
  | { readonly kind: 'question'; readonly text: string }
  /** Said in a thread where the bot has answered, but not to it: answered only where there is an answer. */
  | { readonly kind: 'remark'; readonly text: string }
  | { readonly kind: 'command'; readonly name: string; readonly given: GivenOptions }
  /** A command line or a question: what was typed after the bot's own command. */
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'press'; readonly action: string }
  /** A form that was filled in: by field, what was entered or chosen; nothing for a field that was left empty. */
  | { readonly kind: 'submit'; readonly action: string; readonly values: ReadonlyMap<string, readonly string[]> };

/** One thing that somebody asks of the bot, on any platform. */
export type Incoming = {
  /** The platform's own id of the delivery, unique over all platforms: what comes twice is answered once. */
  readonly delivery: string;
  readonly platform: string;
  readonly person: Person;
  /** Of the thread, or of the place where there are no threads, unique over all platforms: follow-ups lean on what the same person asked in it. */
  readonly thread: string;
  readonly place: Place;
  /** The bot's message that this was written under or in reply to, by the platform's id; null where there is none. */
  readonly under: string | null;
  readonly request: Request;
  /** Who sees the answer, unless the request itself says so. */
  readonly audience: Audience;
  /** What is written before a command's name there: `/layoffs `. */
  readonly prefix: string;
};

export type Audience = 'private' | 'public';
