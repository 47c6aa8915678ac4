import type { Records } from './records.ts';
import type { State } from './state.ts';

export function openRecords(state: State): Records {
  return {
    status: () => ({ state: state.status, waiting: state.waiting }),
  };
}
