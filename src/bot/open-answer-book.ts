import { type AnswerRow, type GapRow, writeAnswers } from '../state/answer-log.ts';
import { findAnswer } from '../state/find-answer.ts';
import { normaliseQuestion } from '../state/normalise-question.ts';
import type { State } from '../state/state.ts';
import { storeText } from '../state/store-text.ts';
import type { AnswerBook, PastAnswer } from './answer-book.ts';
import type { Answered } from './answered.ts';
import { Recent } from './recent.ts';

const MOST_IN_MIND = 2_000;
/** Nobody waits for a question to be counted. */
const GATHER_MS = 500;

export type AnswerBookParts = {
  readonly state: State;
  /** What is to be learnt from a question that had no answer; null for nothing. */
  readonly gapOf: (answered: Answered) => Omit<GapRow, 'key' | 'asked'> | null;
  /** Hears of each answer that was shown. */
  readonly onShown: (answered: Answered, ms: number) => void;
  /** Calls back with the keyed hash of each person who is to be forgotten. */
  readonly onForget?: (listener: (person: string) => void) => void;
};

/** The latest answers are in mind; all of them are written down as soon as the database takes them. */
export function openAnswerBook({ state, gapOf, onShown, onForget }: AnswerBookParts): AnswerBook {
  const inMind = new Recent<Answered>(MOST_IN_MIND);
  const write = state.lane('answer', writeAnswers, GATHER_MS);
  onForget?.((whose) => inMind.deleteWhere(({ person }) => person === whose));
  return {
    note: (answered) => inMind.set(answered.id, answered),
    shown: (answered, ms) => {
      onShown(answered, ms);
      // What cannot be kept is counted by the writer: nobody who asks is to wait for it.
      setImmediate(() => write(rowOf(answered, ms, state, gapOf)).catch(() => {}));
    },
    find: async (id) => {
      const known = inMind.get(id);
      if (known !== undefined) return toPast(known);
      const kept = await findAnswer(id, state);
      return kept && { ...kept, answered: null };
    },
  };
}

function rowOf(answered: Answered, ms: number, { hash }: State, gapOf: AnswerBookParts['gapOf']): AnswerRow {
  const { id, at, place, person, question, reply } = answered;
  const normalised = normaliseQuestion(question);
  const key = hash(`${reply.language} ${normalised}`);
  const gap = reply.status === 'unknown' ? gapOf(answered) : null;
  return {
    id,
    at,
    platform: place.platform,
    workspace: place.workspace,
    person,
    language: reply.language,
    outcome: reply.status,
    reason: reply.reason,
    ms,
    question: storeText(question),
    questionKey: key,
    facts: reply.facts,
    version: reply.version,
    // Capitals tell names: it is asked again as it was written.
    gap: gap === null ? null : { ...gap, key, asked: storeText(question.replace(/\s+/gu, ' ').trim()) },
  };
}

function toPast(answered: Answered): PastAnswer {
  const { id, person, place, question, reply } = answered;
  const { language, status, facts, version } = reply;
  return { id, person, platform: place.platform, question: storeText(question), language, outcome: status, facts, version, answered };
}
