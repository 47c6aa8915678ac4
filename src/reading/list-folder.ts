import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, wholeFile } from './problem.ts';
import { reasonOf } from './read-bytes.ts';

export type Listing = { readonly names: readonly string[]; readonly problems: readonly Problem[] };

/**
 * The files of one folder, in order; hidden ones are passed over, and folders inside it are a problem.
 * @param root the project's root
 * @param folder path from there
 * @param fix what to do where there is no such folder
 * @returns null for the names where the folder cannot be read
 */
export function listFolder(root: string, folder: string, fix: string): Listing | { readonly names: null; readonly problems: readonly Problem[] } {
  try {
    const entries = readdirSync(join(root, folder), { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
    const folders = entries.filter((entry) => entry.isDirectory());
    return {
      names: entries
        .filter((entry) => !entry.isDirectory())
        .map(({ name }) => name)
        .sort(),
      problems: folders.map(({ name }) => wholeFile(`${folder}/${name}`, 'is a folder', `move its files into ${folder}/ itself`)),
    };
  } catch (cause) {
    return { names: null, problems: [wholeFile(`${folder}/`, `cannot be read (${reasonOf(cause)})`, fix)] };
  }
}
