import type { Reply } from '../reply/reply.ts';
import type { Language } from '../text/language.ts';

const QUESTIONS_REMEMBERED = 4;

/** As much of a question as is read. */
const MOST_CHARACTERS = 2_000;

/** @param only language of the answer, whatever the question is in */
export type AnswerInThread = (question: string, thread: readonly string[], only?: Language | null) => Reply;

/** What one person has asked so far, as far as the next question may lean on it. */
export class Conversation {
  readonly #answer: AnswerInThread;
  #questions: readonly string[] = [];
  #language: Language;

  /** @param language spoken until a question shows another */
  constructor(answer: AnswerInThread, language: Language) {
    this.#answer = answer;
    this.#language = language;
  }

  /** The language of the last question. */
  get language(): Language {
    return this.#language;
  }

  /** The last questions, oldest first. */
  get questions(): readonly string[] {
    return this.#questions;
  }

  /** @param only language of the answer, whatever the question is in */
  ask(question: string, only: Language | null = null): Reply {
    const reply = this.#answer(question, this.#questions, only);
    this.#questions = [...this.#questions, copyOf(question)].slice(-QUESTIONS_REMEMBERED);
    this.#language = reply.language;
    return reply;
  }
}

/** A part of a long text would keep all of it in memory. */
function copyOf(question: string): string {
  return question.length <= MOST_CHARACTERS ? question : Buffer.from(question.slice(0, MOST_CHARACTERS)).toString();
}
