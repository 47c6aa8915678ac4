import type { FactBase } from '../facts/fact-base.ts';
import { loadFactBase } from '../facts/load-fact-base.ts';
import type { Problem } from '../reading/problem.ts';
import { assembleIndex, type Index } from './build-index.ts';
import { compileIndex } from './compile-index.ts';
import { type Compiled, readCache, writeCache } from './index-cache.ts';
import { indexKey } from './index-key.ts';
import { listTargets } from './list-targets.ts';

export type Opened =
  | { readonly ok: true; readonly base: FactBase; readonly index: Index; readonly fromCache: boolean }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A verified base with what was computed from it, as plain data that can go from one thread to another. */
export type Prepared =
  | { readonly ok: true; readonly compiled: Compiled; readonly fromCache: boolean }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export type OpenOptions = {
  /** False neither reads nor writes there. */
  readonly cache: boolean;
  /** The project whose `var/cache/` it is, where that is another one than the folder that is loaded. */
  readonly cacheFolder?: string;
  /** Called before what takes seconds, where the cache does not spare it. */
  readonly onBuild?: () => void;
};

/**
 * Loads the base and builds its index, or takes both as they were written to `var/cache/` after an earlier load of the very same files.
 * @param folder the project's root
 */
export function openIndex(folder: string, options: OpenOptions): Opened {
  return toOpened(prepareIndex(folder, options));
}

/** The part of `openIndex` that takes long. */
export function prepareIndex(folder: string, options: OpenOptions): Prepared {
  const key = options.cache ? indexKey(folder) : null;
  const { cacheFolder = folder } = options;
  const cached = key === null ? null : readCache(cacheFolder, key);
  if (cached) return { ok: true, compiled: cached, fromCache: true };
  options.onBuild?.();
  const loaded = loadFactBase(folder);
  if (!loaded.ok) return loaded;
  const { base } = loaded;
  const compiled = { base, compiled: compileIndex(base, listTargets(base)) };
  // Files that changed while they were read are not what was hashed.
  if (key !== null && indexKey(folder) === key) writeCache(cacheFolder, key, compiled);
  return { ok: true, compiled, fromCache: false };
}

/** The part of `openIndex` that is quick. */
export function toOpened(prepared: Prepared): Opened {
  if (!prepared.ok) return prepared;
  const { base, compiled } = prepared.compiled;
  return { ok: true, base, index: assembleIndex(base, listTargets(base), compiled), fromCache: prepared.fromCache };
}
