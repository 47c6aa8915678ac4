import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where our own source files are. */
const SOURCES = join(import.meta.dirname, '..');
/** Stages whose work is kept; whatever later stages do is done anew. */
const STAGES = ['text', 'reading', 'documents', 'facts', 'index'];

/**
 * Names everything that an index comes from: the data, the documents, the program that reads them, and what runs it.
 * @param folder the project's root
 * @returns SHA-256 in hexadecimal, or null where something cannot be read
 */
export function indexKey(folder: string, sources: string = SOURCES): string | null {
  const hash = createHash('sha256').update(process.version);
  try {
    for (const name of ['data', 'seeds']) addFolder(hash, join(folder, name));
    for (const stage of STAGES) addFolder(hash, join(sources, stage));
    return hash.digest('hex');
  } catch {
    return null;
  }
}

/** Names and contents, so that no file can pass for another. */
function addFolder(hash: Hash, folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((left, right) => (left.name < right.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      hash.update(`${entry.name}/\0`);
      addFolder(hash, path);
    } else {
      const bytes = readFileSync(path);
      hash.update(`${entry.name}\0${bytes.length}\0`).update(bytes);
    }
  }
}
