import { Worker } from 'node:worker_threads';
import { AppError } from '../errors.ts';
import { type Opened, openIndex, type Prepared, toOpened } from '../index/open-index.ts';
import type { LoadedKnowledge } from './knowledge.ts';

/**
 * Loads, verifies and indexes the fact base, or takes all of that from the cache where the very same files were loaded before.
 * @param folder holds `data/` and `seeds/`
 * @param onBuild called before what takes seconds, where the cache does not spare it
 */
export async function loadKnowledge(folder: string, now: () => Date, onBuild: () => void = () => {}): Promise<LoadedKnowledge> {
  return toKnowledge(openIndex(folder, { cache: true, onBuild }), now);
}

/** The same in a thread of its own: questions are answered meanwhile. */
export async function loadBeside(folder: string, now: () => Date): Promise<LoadedKnowledge> {
  const worker = new Worker(new URL('./load-worker.ts', import.meta.url), { workerData: folder, resourceLimits: { maxYoungGenerationSizeMb: 128 } });
  const prepared = await new Promise<Prepared>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) =>
      reject(new AppError('LOAD_STOPPED', `Loading ${folder} stopped (exit code ${code}) before it was done. Reload again; the version in use goes on.`)),
    );
  });
  return toKnowledge(toOpened(prepared), now);
}

function toKnowledge(opened: Opened, now: () => Date): LoadedKnowledge {
  return opened.ok ? { ok: true, knowledge: { base: opened.base, index: opened.index, loadedAt: now() } } : opened;
}
