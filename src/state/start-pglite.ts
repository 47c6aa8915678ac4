import { once } from 'node:events';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { lockFolder } from './lock-folder.ts';
import { StateError } from './state-error.ts';

/** As clients of Postgres expect it in a folder. */
const SOCKET = '.s.PGSQL.5432';

export type Pglite = {
  /** Of the socket; only this user can open it. */
  readonly host: string;
  readonly stop: () => Promise<void>;
};

/**
 * Starts a Postgres without a server, which keeps its files in a folder, in a thread of its own.
 * @param onEnd called when it ends without having been stopped
 * @throws StateError `STATE_FOLDER`, `STATE_LOCKED`, or `STATE_DAMAGED` where its files cannot be read
 */
export async function startPglite(folder: string, onEnd: () => void): Promise<Pglite> {
  let stopped = false;
  const end = () => {
    if (!stopped) onEnd();
  };
  const free = await lockFolder(folder, end);
  // The path of a socket must be short, and that of a project need not be.
  const host = mkdtempSync(join(tmpdir(), 'ai-layoffs-bot-'));
  const clean = async () => {
    stopped = true;
    rmSync(host, { recursive: true, force: true });
    await free();
  };
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), {
    workerData: { folder: join(folder, 'pglite'), socket: join(host, SOCKET) },
    stdout: true,
    stderr: true,
  });
  try {
    await started(worker);
  } catch (cause) {
    await worker.terminate();
    await clean();
    throw explain(folder, cause);
  }
  worker.on('error', end).on('exit', end);
  return {
    host,
    stop: async () => {
      stopped = true;
      const exit = once(worker, 'exit');
      worker.postMessage('close');
      await Promise.race([exit, new Promise((resolve) => setTimeout(resolve, CLOSE_WITHIN_MS).unref())]);
      await worker.terminate();
      await clean();
    },
  };
}

const CLOSE_WITHIN_MS = 5_000;

function started(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
}

/** Less than Postgres may need for its next write. */
const FULL_BELOW_BYTES = 32 * 1_024 * 1_024;

/** Why it cannot be opened. */
function explain(folder: string, cause: unknown): StateError {
  return isFull(folder)
    ? new StateError('STATE_DISK_FULL', `Nothing can be remembered: the disk of ${folder} is full. What to do: make room there; it goes on by itself`, {
        cause,
      })
    : damaged(folder, cause);
}

function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < FULL_BELOW_BYTES;
  } catch {
    return false;
  }
}

function damaged(folder: string, cause: unknown): StateError {
  const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return new StateError(
    'STATE_DAMAGED',
    `Nothing can be remembered: the database in ${join(folder, 'pglite')} cannot be opened (${reason}). What to do: put back a backup of that folder, or move it away to begin anew`,
    { cause },
  );
}
