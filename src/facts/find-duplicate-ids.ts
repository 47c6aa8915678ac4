import type { Problem } from '../reading/problem.ts';
import type { YamlFile } from '../reading/read-yaml.ts';
import type { RawData } from './raw-data.ts';

type Entries = YamlFile<readonly { id: string }[]>;

/** Facts and gaps share their ids: an answer cites either by its id alone. */
export function findDuplicateIds(raw: RawData): Problem[] {
  const groups: readonly (readonly (Entries | null)[])[] = [[raw.entities], [raw.topics], [raw.concepts], [...raw.facts.files, ...raw.gaps.files]];
  return groups.flatMap((files) => findRepeated(files.filter((file) => file !== null)));
}

function findRepeated(files: readonly Entries[]): Problem[] {
  const seen = new Set<string>();
  return files.flatMap((file) =>
    file.value.flatMap(({ id }, index) => {
      const again = seen.has(id);
      seen.add(id);
      return again ? [file.problemAt([index, 'id'], `the id ${id} is there twice`, 'give each entry an id of its own')] : [];
    }),
  );
}
