import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { threadId } from 'node:worker_threads';
import type { FactBase } from '../facts/fact-base.ts';
import type { CompiledIndex } from './compile-index.ts';

/** A verified base, and what was computed from it. */
export type Compiled = { readonly base: FactBase; readonly compiled: CompiledIndex };

const FOLDER = join('var', 'cache');
const FILE = /^index-[0-9a-f]{64}\.bin$/;
const UNFINISHED = /^index-[0-9a-f]{64}\.bin\.[\d.]+$/;
const LEFT_BEHIND_MS = 10 * 60 * 1_000;
const MOST_FILES = 3;
const DIGEST_LENGTH = 32;

/**
 * What was written under the key, or null where nothing was or the file is damaged. It is not checked against a schema: the key
 * says which program wrote it, and the digest before it that it is what was written.
 * @param folder the project's root
 */
export function readCache(folder: string, key: string): Compiled | null {
  try {
    const file = readFileSync(cacheFile(folder, key));
    const content = file.subarray(DIGEST_LENGTH);
    return digestOf(content).equals(file.subarray(0, DIGEST_LENGTH)) ? deserialize(content) : null;
  } catch {
    return null;
  }
}

/** A folder that cannot be written costs time at the next start, and nothing else. */
export function writeCache(folder: string, key: string, compiled: Compiled): void {
  const content = serialize(compiled);
  writeCacheFile(folder, key, Buffer.concat([digestOf(content), content]));
}

/** Writes the file as `cacheFile` has it elsewhere, whole or not at all, and removes the oldest ones. */
export function writeCacheFile(folder: string, key: string, bytes: Uint8Array): void {
  const path = cacheFile(folder, key);
  const unfinished = `${path}.${process.pid}.${threadId}`;
  try {
    mkdirSync(join(folder, FOLDER), { recursive: true });
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, path);
    removeOldest(join(folder, FOLDER));
  } catch {
    removeQuietly(unfinished);
  }
}

/** Where it is, if it is there. */
export function cacheFile(folder: string, key: string): string {
  return join(folder, FOLDER, `index-${key}.bin`);
}

function digestOf(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

function removeOldest(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => FILE.test(name))
    .map((name) => ({ path: join(folder, name), written: statSync(join(folder, name)).mtimeMs }));
  files.sort((left, right) => right.written - left.written);
  for (const { path } of files.slice(MOST_FILES)) removeQuietly(path);
  for (const name of readdirSync(folder)) if (UNFINISHED.test(name) && isLeftBehind(join(folder, name))) removeQuietly(join(folder, name));
}

/** A process that was killed while it wrote leaves what it had written. */
function isLeftBehind(path: string): boolean {
  return Date.now() - statSync(path).mtimeMs > LEFT_BEHIND_MS;
}

/** Where a folder cannot be read, even removing what is not there fails. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}
