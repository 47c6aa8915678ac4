import { openIndex } from '../index/open-index.ts';
import type { LoadedKnowledge } from './knowledge.ts';

/**
 * Loads, verifies and indexes the fact base, or takes all of that from the cache where the very same files were loaded before.
 * @param folder holds `data/` and `seeds/`
 */
export async function loadKnowledge(folder: string, now: () => Date): Promise<LoadedKnowledge> {
  const opened = openIndex(folder, { cache: true });
  return opened.ok ? { ok: true, knowledge: { base: opened.base, index: opened.index, loadedAt: now() } } : opened;
}
