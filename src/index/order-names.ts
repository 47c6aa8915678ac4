import Fuse from 'fuse.js';

/** fuse.js takes time in proportion to the pattern's length, so it never gets more than this. */
const LONGEST_PATTERN = 32;

/**
 * Orders names by how much they resemble what was typed; only ever given the few names that linking found.
 * @returns the names that resemble it, best first
 */
export function orderNames(typed: string, names: readonly string[]): string[] {
  const fuse = new Fuse(names, { includeScore: true, ignoreLocation: true, ignoreDiacritics: true, threshold: 0.6 });
  return fuse.search(typed.slice(0, LONGEST_PATTERN)).map(({ item }) => item);
}
