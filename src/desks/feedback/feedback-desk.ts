import { type Action, writeAction } from '../../bot/action.ts';
import type { AnswerBook, PastAnswer } from '../../bot/answer-book.ts';
import type { Answered } from '../../bot/answered.ts';
import type { Desk, Visit } from '../../bot/desk.ts';
import type { Outgoing } from '../../bot/outgoing.ts';
import type { Place } from '../../bot/place.ts';
import { lead, replaceFor, sayTo } from '../../bot/say.ts';
import { isDoneWithin } from '../../bot/within.ts';
import type { Block, Button } from '../../reply/reply.ts';
import { FEEDBACK_REASONS, type FeedbackReason, type FeedbackRow } from '../../state/feedback-row.ts';
import type { State } from '../../state/state.ts';
import { storeText } from '../../state/store-text.ts';
import { writeFeedback } from '../../state/write-feedback.ts';
import type { Language } from '../../text/language.ts';
import { FEEDBACK_TEXTS } from './feedback-texts.ts';

/** Nobody waits longer than that to be thanked. */
const PATIENCE_MS = 1_500;
const LONGEST_REMARK = 300;
const REMARK = 'remark';

export type FeedbackDeskParts = {
  readonly state: State;
  readonly book: AnswerBook;
  /** Hands the question of an answer to a human; null where there is none. */
  readonly humanButton: (place: Place, answer: string, language: Language) => Button | null;
  /** Hears of each vote that was taken. */
  readonly onFeedback?: (good: boolean) => void;
};

/** Asks below each answer whether it was of use, and keeps what people say. */
export function openFeedbackDesk({ state, book, humanButton, onFeedback = () => {} }: FeedbackDeskParts): Desk {
  const put = state.lane('feedback', writeFeedback);
  let last = 0;

  /** No two at the same moment: of what one person says, the last word counts. */
  function now(): Date {
    last = Math.max(state.now().getTime(), last + 1);
    return new Date(last);
  }

  /** @returns what to say to it */
  async function keep(id: string, opinion: Pick<FeedbackRow, 'good' | 'reason' | 'remark'>, { language, person }: Visit): Promise<Kept> {
    const texts = FEEDBACK_TEXTS[language];
    // What nothing is known of any more teaches nothing: the vote is not taken.
    const answer = await book.find(id);
    if (answer === null) return { kept: false, text: texts.tooOld };
    const done = await isDoneWithin(PATIENCE_MS, put(rowOf(answer, { ...opinion, at: now(), person })));
    return { kept: true, text: done ? (opinion.reason === null ? texts.thanks : texts.noted) : texts.later };
  }

  async function vote(id: string, good: boolean, visit: Visit): Promise<Outgoing> {
    const { kept, text } = await keep(id, { good, reason: null, remark: null }, visit);
    if (kept) onFeedback(good);
    const asked: readonly Block[] = kept && !good ? askWhy(id, visit, humanButton) : [];
    return sayTo(visit, lead(text), ...asked);
  }

  return {
    below: ({ id, reply: { language } }: Answered) => {
      const texts = FEEDBACK_TEXTS[language];
      return [{ kind: 'feedback', good: button(texts.good, { kind: 'good', answer: id }), bad: button(texts.bad, { kind: 'bad', answer: id }) }];
    },
    press: async (action, visit) => {
      if (action.kind === 'good' || action.kind === 'bad') return vote(action.answer, action.kind === 'good', visit);
      const reason = reasonOf(action);
      if (action.kind !== 'why' || reason === null) return null;
      if (reason === 'other') return askRemark(action.answer, visit);
      const { text } = await keep(action.answer, { good: false, reason, remark: null }, visit);
      const human = humanButton(visit.incoming.place, action.answer, visit.language);
      return replaceFor(visit, lead(text), ...(human === null ? [] : [{ kind: 'buttons', buttons: [human] } as const]));
    },
    submit: async (action, entries, visit) => {
      const reason = reasonOf(action);
      if (action.kind !== 'why' || reason === null) return null;
      const { text } = await keep(action.answer, { good: false, reason, remark: readRemark(entries.get(REMARK)?.[0] ?? '') }, visit);
      return sayTo(visit, lead(text));
    },
  };
}

type Kept = { readonly kept: boolean; readonly text: string };

function rowOf(
  { id, platform, language, question, outcome, facts, version }: PastAnswer,
  opinion: Pick<FeedbackRow, 'at' | 'person' | 'good' | 'reason' | 'remark'>,
): FeedbackRow {
  // Where the documents do not say, facts are told as the nearest there are: what people think of that is not about them.
  return { ...opinion, answer: id, platform, language, question, facts: outcome === 'answered' ? facts : [], version };
}

function askWhy(id: string, { language, incoming }: Visit, humanButton: FeedbackDeskParts['humanButton']): Block[] {
  const { why, reasons } = FEEDBACK_TEXTS[language];
  const human = humanButton(incoming.place, id, language);
  const buttons = FEEDBACK_REASONS.map((reason) => button(reasons[reason], { kind: 'why', answer: id, reason }));
  return [
    { kind: 'text', tone: 'plain', text: why },
    { kind: 'buttons', buttons: [...buttons, ...(human === null ? [] : [human])] },
  ];
}

function askRemark(id: string, { language }: Visit): Outgoing {
  const { title, submit, label, help } = FEEDBACK_TEXTS[language].form;
  const action = writeAction({ kind: 'why', answer: id, reason: 'other' }) ?? '';
  const field = { kind: 'text', id: REMARK, label, help, required: false, long: false, value: '', maxLength: LONGEST_REMARK } as const;
  return { kind: 'form', form: { title, submit, action, fields: [field] } };
}

function reasonOf(action: Action): FeedbackReason | null {
  return action.kind === 'why' ? (FEEDBACK_REASONS.find((reason) => reason === action.reason) ?? null) : null;
}

/** One line; null where nothing is in it. */
function readRemark(text: string): string | null {
  return storeText(text.replace(/\s+/gu, ' ').trim(), LONGEST_REMARK) || null;
}

function button(label: string, action: Action): Button {
  return { label, action: writeAction(action) ?? '', style: 'plain' };
}
