import { setImmediate } from 'node:timers/promises';
import { loadFactBase } from '../facts/load-fact-base.ts';
import { buildIndex } from '../index/build-index.ts';
import type { LoadedKnowledge } from './knowledge.ts';

/**
 * Loads, verifies and indexes the fact base.
 * @param folder holds `data/` and `seeds/`
 */
export async function loadKnowledge(folder: string, now: () => Date): Promise<LoadedKnowledge> {
  const loaded = loadFactBase(folder);
  if (!loaded.ok) return loaded;
  // Both halves keep the process busy: whoever asked during the first is answered before the second.
  await setImmediate();
  return { ok: true, knowledge: { base: loaded.base, index: buildIndex(loaded.base), loadedAt: now() } };
}
