import { randomUUID } from 'node:crypto';
import type { AnswerRow } from '../../src/state/answer-log.ts';

export const NOON = new Date('2026-03-01T12:00:00Z');

/** An answer on Slack at noon, changed. */
export function answerRow(changes: Partial<AnswerRow> = {}): AnswerRow {
  return {
    id: randomUUID(),
    at: NOON,
    platform: 'slack',
    workspace: 'T1',
    person: 'ann',
    language: 'en',
    outcome: 'answered',
    reason: null,
    ms: 12.34,
    question: 'How many?',
    questionKey: 'k1',
    facts: ['f1'],
    version: 'v1',
    gap: null,
    ...changes,
  };
}
