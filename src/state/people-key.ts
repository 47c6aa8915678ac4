import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'people.key';

/** The key that was made for a folder at its first use; one that cannot be kept is good until the process ends. */
export function keyOfFolder(folder: string): string {
  const path = join(folder, FILE);
  const made = randomBytes(32).toString('base64');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(path, made, { flag: 'wx', mode: 0o600 });
    return made;
  } catch {
    return readKey(path) ?? made;
  }
}

function readKey(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim() || null;
  } catch {
    return null;
  }
}
