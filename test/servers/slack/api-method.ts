import type { Gate } from './gate.ts';
import type { Fields } from './json.ts';

/** Answers a Web API call whose token is good. */
export type ApiMethod = (gate: Gate, args: Fields) => Fields | Promise<Fields>;

export function refuse(error: string): Fields {
  return { ok: false, error };
}
