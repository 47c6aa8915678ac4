import type { AnswerBook } from '../../bot/answer-book.ts';
import type { Messenger } from '../../bot/messenger.ts';
import type { SettingsBook } from '../../bot/place-settings.ts';
import type { Log } from '../../log.ts';
import type { Reply } from '../../reply/reply.ts';
import type { HandOffStore } from '../../state/hand-off-store.ts';
import type { Language } from '../../text/language.ts';
import type { PostedHandOffs } from './posted-hand-offs.ts';

/** What it takes to bring questions to humans, and their answers back. */
export type HandOffParts = {
  readonly store: HandOffStore;
  readonly posted: PostedHandOffs;
  readonly book: AnswerBook;
  readonly settings: SettingsBook;
  /** Platforms that there is a connection to, by name. */
  readonly messengers: ReadonlyMap<string, Messenger>;
  /** What the bot says to a question now: of an old answer, only the question is kept. */
  readonly ask: (question: string, language: Language) => Reply;
  /** Of the data that answers now. */
  readonly version: () => string;
  /** Spoken to editors where none is set. */
  readonly language: Language;
  readonly log: Log;
};
