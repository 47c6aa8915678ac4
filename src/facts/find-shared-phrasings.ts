import type { Problem } from '../reading/problem.ts';
import type { YamlFile } from '../reading/read-yaml.ts';
import { foldText } from '../text/fold-text.ts';
import { LANGUAGES, type Language } from '../text/language.ts';

type Asked = { readonly id: string; readonly phrasings: Readonly<Record<Language, readonly string[]>> };

/** The same words cannot ask for two different things: an exact phrasing is answered without a second look. */
export function findSharedPhrasings(files: readonly YamlFile<readonly Asked[]>[]): Problem[] {
  const owners = new Map<string, string>();
  return files.flatMap((file) =>
    file.value.flatMap(({ id, phrasings }, index) =>
      LANGUAGES.flatMap((language) =>
        phrasings[language].flatMap((line) => {
          const owner = ownerOf(line, id, owners);
          return owner === id
            ? []
            : [file.problemAtLine([index, 'phrasings', language], line, `“${line}” is a phrasing of ${owner}, too`, 'keep it where it fits better')];
        }),
      ),
    ),
  );
}

/** Whoever has the words first, has them. */
function ownerOf(line: string, id: string, owners: Map<string, string>): string {
  const words = foldText(line.replace(/^[+-] /, '')).replace(/[?!. ]+$/, '');
  const owner = owners.get(words) ?? id;
  owners.set(words, owner);
  return owner;
}
