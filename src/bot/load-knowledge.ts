import { Worker } from 'node:worker_threads';
import { AppError } from '../errors.ts';
import { toOpened } from '../index/open-index.ts';
import type { CompiledFile, LoadedKnowledge } from './knowledge.ts';
import { type PreparedFolder, prepareFolder } from './prepare-folder.ts';

/**
 * Loads, verifies and indexes the fact base, or takes all of that from the cache where the very same files were loaded before.
 * @param folder holds `data/` and `seeds/`
 * @param onBuild called before what takes seconds, where the cache does not spare it
 */
export async function loadKnowledge(folder: string, now: () => Date, onBuild: () => void = () => {}): Promise<LoadedKnowledge> {
  return toKnowledge(prepareFolder(folder, folder, onBuild), now);
}

/** The same in a thread of its own: questions are answered meanwhile. */
export async function loadBeside(folder: string, now: () => Date): Promise<LoadedKnowledge> {
  return toKnowledge(await prepareBeside(folder, null, null), now);
}

/**
 * The same from files that were kept.
 * @param compiled spares computing it, where it fits
 * @param folder the project whose cache is used
 */
export async function loadFilesBeside(files: Buffer, compiled: CompiledFile | null, folder: string, now: () => Date): Promise<LoadedKnowledge> {
  return toKnowledge(await prepareBeside(folder, files, compiled), now);
}

function prepareBeside(folder: string, files: Buffer | null, compiled: CompiledFile | null): Promise<PreparedFolder> {
  const options = { workerData: { folder, files, compiled }, resourceLimits: { maxYoungGenerationSizeMb: 128 } };
  const worker = new Worker(new URL('./load-worker.ts', import.meta.url), options);
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) =>
      reject(new AppError('LOAD_STOPPED', `Loading ${folder} stopped (exit code ${code}) before it was done. Reload again; the version in use goes on.`)),
    );
  });
}

function toKnowledge({ prepared, files, cacheKey }: PreparedFolder, now: () => Date): LoadedKnowledge {
  const opened = toOpened(prepared);
  if (!opened.ok) return opened;
  const { base, index } = opened;
  return { ok: true, knowledge: { base, index, loadedAt: now(), files: files === null ? null : Buffer.from(files), cacheKey } };
}
