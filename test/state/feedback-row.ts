import { randomUUID } from 'node:crypto';
import type { FeedbackRow } from '../../src/state/feedback-row.ts';
import { NOON } from './answer-row.ts';

/** Ann liked an answer on Slack at noon, changed. */
export function feedbackRow(changes: Partial<FeedbackRow> = {}): FeedbackRow {
  return {
    answer: randomUUID(),
    person: 'ann',
    at: NOON,
    good: true,
    reason: null,
    remark: null,
    platform: 'slack',
    language: 'en',
    question: 'How many?',
    facts: ['f1', 'f2'],
    version: 'v1',
    ...changes,
  };
}

/** That many milliseconds after noon. */
export function later(ms: number): Date {
  return new Date(NOON.getTime() + ms);
}
