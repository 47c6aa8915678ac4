import type { Records } from './records.ts';
import { StateError } from './state-error.ts';

/** Of a bot that remembers nothing, such as the one in a terminal. */
export function noRecords(): Records {
  return {
    feedback: { newest: refuse, worst: refuse, lately: refuse },
    gaps: { page: refuse, csv: refuse },
    handOffs: { waiting: refuse, hasEditors: () => false, lastQuestion: refuse },
    history: { list: refuse, processes: () => 1 },
    privacy: { retentionDays: () => 0, forget: refuse },
    settings: { view: refuseNow },
    stats: { of: refuse },
    status: () => ({ state: { kind: 'off' }, waiting: 0 }),
  };
}

function refuse(): Promise<never> {
  return Promise.reject(nothing());
}

function refuseNow(): never {
  throw nothing();
}

function nothing(): StateError {
  return new StateError('NO_STATE', 'Nothing is remembered here: start the bot with a token of Slack or Discord');
}
