import { isDeepStrictEqual } from 'node:util';
import type { FactBase } from './fact-base.ts';

/** Ids, in the order of the files. */
type IdDiff = { readonly added: readonly string[]; readonly changed: readonly string[]; readonly removed: readonly string[] };

export type FactBaseDiff = {
  /** Versions. They differ, too, where only names, topics, weights or documents did. */
  readonly from: string;
  readonly to: string;
  readonly facts: IdDiff;
  readonly gaps: IdDiff;
};

export function diffFactBases(before: FactBase, after: FactBase): FactBaseDiff {
  return { from: before.version, to: after.version, facts: diffById(before.facts, after.facts), gaps: diffById(before.gaps, after.gaps) };
}

function diffById(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): IdDiff {
  const ids = [...after.keys()];
  return {
    added: ids.filter((id) => !before.has(id)),
    changed: ids.filter((id) => before.has(id) && !isDeepStrictEqual(before.get(id), after.get(id))),
    removed: [...before.keys()].filter((id) => !after.has(id)),
  };
}
