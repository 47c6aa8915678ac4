import type { Records } from './records.ts';

/** Of a bot that remembers nothing, such as the one in a terminal. */
export function noRecords(): Records {
  return { status: () => ({ state: { kind: 'off' }, waiting: 0 }) };
}
