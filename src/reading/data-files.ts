import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const FOLDERS = ['data', 'seeds'];
/** A path that stays below the folder that it is joined to. */
const PATH = /^(?:data|seeds)(?:\/(?!\.)[^/\\\0]+)+$/;

const listing = z.array(z.tuple([z.string().regex(PATH), z.int().min(0)]));

/**
 * All files of `data/` and `seeds/` as they are: a line of JSON with path and length of each, then one after the other. Hidden ones are left out,
 * since loading passes over them.
 * @param folder the project's root
 * @returns null where something cannot be read
 */
export function readDataFiles(folder: string): Buffer | null {
  try {
    const files = FOLDERS.flatMap((name) => listFiles(folder, name)).map((path) => [path, readFileSync(join(folder, path))] as const);
    const head = JSON.stringify(files.map(([path, bytes]) => [path, bytes.length]));
    return Buffer.concat([Buffer.from(`${head}\n`), ...files.map(([, bytes]) => bytes)]);
  } catch {
    return null;
  }
}

function listFiles(root: string, folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  return entries.flatMap((entry) => (entry.isDirectory() ? listFiles(root, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`]));
}

/**
 * Writes into a folder what `readDataFiles` read from another one.
 * @throws where these are no such files
 */
export function writeDataFiles(bytes: Buffer, folder: string): void {
  const end = bytes.indexOf('\n');
  let at = end + 1;
  for (const [path, length] of listing.parse(JSON.parse(bytes.toString('utf8', 0, end)))) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes.subarray(at, at + length));
    at += length;
  }
}
