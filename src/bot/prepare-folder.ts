import { indexKey } from '../index/index-key.ts';
import { type Prepared, prepareIndex } from '../index/open-index.ts';
import { readDataFiles } from '../reading/data-files.ts';

/** What is loaded, and the very files that it was loaded from. */
export type PreparedFolder = { readonly prepared: Prepared; readonly files: Uint8Array | null; readonly cacheKey: string | null };

/** Whoever writes files one after the other is done by then. */
const TRIES = 3;

/** @param cacheFolder the project whose cache is used */
export function prepareFolder(folder: string, cacheFolder: string, onBuild: () => void = () => {}): PreparedFolder {
  for (let tries = 1; ; tries++) {
    const before = readDataFiles(folder);
    const prepared = prepareIndex(folder, { cache: true, cacheFolder, onBuild });
    const after = readDataFiles(folder);
    if (before !== null && after?.equals(before)) return { prepared, files: before, cacheKey: indexKey(folder) };
    if (before === null || tries === TRIES) return { prepared, files: null, cacheKey: null };
  }
}
