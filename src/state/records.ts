import type { StateStatus } from './state.ts';

/** Everything that the bot remembers, as commands see it. Where the database cannot be reached, each function rejects with a `StateError`. */
export type Records = {
  readonly status: () => { readonly state: StateStatus; readonly waiting: number };
};
