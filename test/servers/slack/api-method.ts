import type { Gate } from './gate.ts';
import type { Fields } from './json.ts';
import type { Workspace } from './workspace.ts';

/** Answers a Web API call whose token is good, in the workspace that the token is of. */
export type ApiMethod = (gate: Gate, args: Fields, workspace: Workspace) => Fields | Promise<Fields>;

export function refuse(error: string): Fields {
  return { ok: false, error };
}
