import type { Answer } from '../answer/answer.ts';
import { findAnswer } from '../answer/find-answer.ts';
import { suggestQuestions } from '../answer/suggest-questions.ts';
import type { Index } from '../index/build-index.ts';
import type { Match } from '../match/rank-targets.ts';
import type { Question } from '../question/question.ts';
import { readQuestion } from '../question/read-question.ts';
import type { Reply } from '../reply/reply.ts';
import { TEXTS } from '../reply/texts.ts';
import { writeReply } from '../reply/write-reply.ts';
import type { Language } from '../text/language.ts';

/** Messages of more parts than this are read as a whole only. */
const MOST_PARTS = 10;
/** A part must be this much surer than is asked of a whole question. */
const EXTRA_CERTAINTY = 0.15;
const MOST_TRACED = 3;

/**
 * The main path, from what somebody wrote to what they get to read.
 * @param thread earlier questions of the same person, oldest first
 * @param fallback language of a question that shows none
 * @param only language of the answer, whatever the question is in; null: the question's
 */
export function answerQuestion(text: string, thread: readonly string[], index: Index, fallback: Language, only: Language | null = null): Reply {
  return answerTraced(text, thread, index, fallback, only).reply;
}

/** A reply, and how it came about. */
export type Traced = { readonly reply: Reply; readonly trace: Trace };
/** `matches` has the first few. */
export type Trace = { readonly question: Question; readonly answer: Answer; readonly matches: readonly Match[] };

/** The same as `answerQuestion`, with what else is to be known of it. */
export function answerTraced(text: string, thread: readonly string[], index: Index, fallback: Language, only: Language | null): Traced {
  const read = readQuestion(text, thread, index, fallback);
  const question = only === null ? read : { ...read, language: only };
  const { answer, matches } = findAnswer(question, index);
  const better = answer.kind === 'unknown' && answer.gap === null ? answerPart(question, thread, index) : null;
  const reply = withFollowUps(writeReply(better ?? answer, question, index.base), question, index);
  return { reply, trace: { question, answer: better ?? answer, matches: matches.slice(0, MOST_TRACED) } };
}

/** What may be asked next: what is related to the facts that were told, and was not told itself. */
function withFollowUps(reply: Reply, question: Question, index: Index): Reply {
  if (reply.status === 'unknown') return reply;
  const told = reply.facts.flatMap((id) => index.base.facts.get(id) ?? []);
  const related = told.flatMap(({ relations }) => [...relations.explains, ...relations.disputes, ...relations.completes]);
  const companies = [...new Set(told.flatMap(({ company }) => company ?? []))];
  const near = related.flatMap((id) => index.base.facts.get(id) ?? []);
  const questions = suggestQuestions({ ...question, companies, language: reply.language }, near, index, new Set(told));
  if (questions.length === 0) return reply;
  return { ...reply, suggestions: questions, blocks: [...reply.blocks, { kind: 'questions', label: TEXTS[reply.language].next, questions }] };
}

/** The question may be one sentence among many: the surest part that has an answer. */
function answerPart(question: Question, thread: readonly string[], index: Index): Answer | null {
  const parts = question.text.split(/(?<=[.!?;:…])\s+|\n+|(?:[!?.:;]\s*){2,}/u).filter((part) => part.trim().length > 8);
  if (parts.length < 2 || parts.length > MOST_PARTS) return null;
  const threshold = (index.base.abstention?.threshold ?? 1) + EXTRA_CERTAINTY;
  const judged = parts.map((part) => findAnswer(readQuestion(part, [...thread, question.text], index, question.language), index));
  const found = judged.filter(({ answer, certainty }) => answer.kind !== 'unknown' && certainty >= threshold);
  found.sort((left, right) => right.certainty - left.certainty);
  return found[0]?.answer ?? null;
}
