import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { z } from 'zod';
import { codeOf, StateError } from './state-error.ts';

/** The lock of a process that was killed is free after that; where it ran on this machine, at once. */
const STALE_MS = 5_000;
const OWNER = 'owner.json';

const owner = z.object({ pid: z.number(), host: z.string() });

/**
 * Makes sure that no other process works on a folder, which is made if it is not there.
 * @returns gives it free
 * @throws StateError `STATE_FOLDER` where it cannot be written, `STATE_LOCKED` where it is another process's
 */
export async function lockFolder(folder: string, onLost: () => void): Promise<() => Promise<void>> {
  makeFolder(folder);
  const lockfilePath = join(folder, 'lock');
  const options = { stale: STALE_MS, realpath: false, lockfilePath, onCompromised: onLost };
  const first = await lock(folder, options).catch(async (error: unknown) => {
    if (codeOf(error) !== 'ELOCKED') throw unwritable(folder, error);
    if (!isDead(readOwner(folder))) throw locked(folder, error);
    rmSync(lockfilePath, { recursive: true, force: true });
    return lock(folder, options).catch((again: unknown) => {
      throw locked(folder, again);
    });
  });
  writeFileSync(join(folder, OWNER), JSON.stringify({ pid: process.pid, host: hostname() }));
  return () => first().catch(() => {});
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, '.writable'), '');
  } catch (cause) {
    throw unwritable(folder, cause);
  }
}

function readOwner(folder: string): z.infer<typeof owner> | null {
  try {
    return owner.parse(JSON.parse(readFileSync(join(folder, OWNER), 'utf8')));
  } catch {
    return null;
  }
}

function isDead(process_: ReturnType<typeof readOwner>): boolean {
  if (process_ === null || process_.host !== hostname() || process_.pid === process.pid) return false;
  try {
    process.kill(process_.pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

function unwritable(folder: string, cause: unknown): StateError {
  const reason = codeOf(cause) ?? 'unknown reason';
  const remedy = reason === 'ENOSPC' ? 'make room on its disk' : 'make it writable for the user that runs the bot, or set STATE_FOLDER to another one';
  return new StateError('STATE_FOLDER', `Nothing can be remembered: the folder ${folder} cannot be written (${reason}). What to do: ${remedy}`, { cause });
}

function locked(folder: string, cause: unknown): StateError {
  const known = readOwner(folder);
  const who = known === null ? 'another process' : `process ${known.pid} on ${known.host}`;
  const remedy = 'stop that process, set STATE_FOLDER to a folder of its own for each, or let several share a Postgres server by DATABASE_URL';
  return new StateError('STATE_LOCKED', `Nothing can be remembered: the folder ${folder} belongs to ${who}. What to do: ${remedy}`, { cause });
}
