import type { FactBase } from '../facts/fact-base.ts';

/** How facts stand to each other, followed in both directions. */
export type RelationIndex = {
  /** Facts that contradict a fact, or that it contradicts. */
  readonly disputing: ReadonlyMap<string, readonly string[]>;
  /** Facts that came later and replace it. */
  readonly replacedBy: ReadonlyMap<string, readonly string[]>;
  /** Facts that it replaces. */
  readonly replaces: ReadonlyMap<string, readonly string[]>;
};

export function indexRelations(base: FactBase): RelationIndex {
  const disputing = new Map<string, string[]>();
  const replacedBy = new Map<string, string[]>();
  const replaces = new Map<string, string[]>();
  for (const { id, relations } of base.facts.values()) {
    for (const other of relations.disputes) {
      push(disputing, id, other);
      push(disputing, other, id);
    }
    for (const earlier of relations.supersedes) {
      push(replacedBy, earlier, id);
      push(replaces, id, earlier);
    }
  }
  return { disputing, replacedBy, replaces };
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key) ?? [];
  if (!values.includes(value)) map.set(key, [...values, value]);
}
