import type { Problem } from '../reading/problem.ts';
import type { YamlFile } from '../reading/read-yaml.ts';
import type { RawData } from './raw-data.ts';

/** The ids that a reference may name; null where not all could be read. */
export type KnownIds = Readonly<Record<'entity' | 'topic' | 'concept' | 'fact', ReadonlySet<string> | null>>;

const WHERE = { entity: 'data/entities.yaml', topic: 'data/topics.yaml', concept: 'data/concepts.yaml', fact: 'data/facts/' } as const satisfies Record<
  keyof KnownIds,
  string
>;

export function collectIds(raw: RawData): KnownIds {
  return {
    entity: idsOf(raw.entities && [raw.entities]),
    topic: idsOf(raw.topics && [raw.topics]),
    concept: idsOf(raw.concepts && [raw.concepts]),
    fact: idsOf(raw.facts.complete ? raw.facts.files : null),
  };
}

/** A problem where a reference names what is not there. */
export function verifyReference(known: KnownIds, sort: keyof KnownIds, id: string, file: YamlFile<unknown>, path: readonly (string | number)[]): Problem[] {
  const ids = known[sort];
  if (ids === null || ids.has(id)) return [];
  return [file.problemAt(path, `there is no ${sort} ${id}`, `correct the id, or add the ${sort} to ${WHERE[sort]}`)];
}

function idsOf(files: readonly YamlFile<readonly { id: string }[]>[] | null): ReadonlySet<string> | null {
  return files && new Set(files.flatMap((file) => file.value.map(({ id }) => id)));
}
