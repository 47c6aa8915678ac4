import type { HandOffRecords } from './hand-off-records.ts';
import { noRecords } from './no-records.ts';
import { openFeedbackRecords } from './open-feedback-records.ts';
import { openGapRecords } from './open-gap-records.ts';
import { openHandOffRecords } from './open-hand-off-records.ts';
import { openHistoryRecords } from './open-history-records.ts';
import { readStats } from './read-stats.ts';
import type { Records } from './records.ts';
import type { State } from './state.ts';

/** Settings and privacy are kept in mind, too, and so there are one of each. */
export function openRecords(
  state: State,
  hasEditors: HandOffRecords['hasEditors'] = () => false,
  processes: () => number = () => 1,
  { privacy, settings }: Pick<Records, 'privacy' | 'settings'> = noRecords(),
): Records {
  return {
    feedback: openFeedbackRecords(state),
    gaps: openGapRecords(state),
    handOffs: openHandOffRecords(state, hasEditors),
    history: openHistoryRecords(state, processes),
    privacy,
    settings,
    stats: { of: (days) => readStats(state, days) },
    status: () => ({ state: state.status, waiting: state.waiting }),
  };
}
