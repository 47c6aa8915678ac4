import { watch } from 'node:fs';
import { join } from 'node:path';

/** Editors write a file in several steps, and people change several files at once. */
const QUIET_MS = 500;

/**
 * Calls back when files in `data/` or `seeds/` have changed and none has for half a second.
 * @returns stops watching
 */
export function watchData(folder: string, onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, QUIET_MS);
  };
  const watchers = ['data', 'seeds'].map((name) => watch(join(folder, name), { recursive: true }, changed));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
