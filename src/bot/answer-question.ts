import { findAnswer } from '../answer/find-answer.ts';
import type { Index } from '../index/build-index.ts';
import { readQuestion } from '../question/read-question.ts';
import type { Reply } from '../reply/reply.ts';
import { writeReply } from '../reply/write-reply.ts';
import type { Language } from '../text/language.ts';

/**
 * The main path, from what somebody wrote to what they get to read.
 * @param thread earlier questions of the same person, oldest first
 * @param fallback language of a question that shows none
 */
export function answerQuestion(text: string, thread: readonly string[], index: Index, fallback: Language): Reply {
  const question = readQuestion(text, thread, index, fallback);
  const answer = findAnswer(question, index);
  return writeReply(answer, question, index.base);
}
