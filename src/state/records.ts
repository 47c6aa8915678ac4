import type { FeedbackRecords } from './feedback-records.ts';
import type { GapRecords } from './gap-records.ts';
import type { HandOffRecords } from './hand-off-records.ts';
import type { HistoryRecords } from './history-records.ts';
import type { PrivacyRecords } from './privacy.ts';
import type { SettingsRecords } from './settings.ts';
import type { StateStatus } from './state.ts';
import type { StatsRecords } from './stats.ts';

/** Everything that the bot remembers, as commands see it. Where the database cannot be reached, each function rejects with a `StateError`. */
export type Records = {
  readonly feedback: FeedbackRecords;
  readonly gaps: GapRecords;
  readonly handOffs: HandOffRecords;
  readonly history: HistoryRecords;
  readonly privacy: PrivacyRecords;
  readonly settings: SettingsRecords;
  readonly stats: StatsRecords;
  readonly status: () => { readonly state: StateStatus; readonly waiting: number };
};
