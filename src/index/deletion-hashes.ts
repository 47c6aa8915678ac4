/** Only the first letters are looked at, so that long words do not blow the index up. */
const PREFIX = 7;

/**
 * Hashes of a word's first letters and of every form of them with up to `depth` letters (at most two) left out, each once.
 * The forms themselves are never made: they would be most of what building an index allocates.
 */
export function deletionHashes(word: string, depth: number): Uint32Array {
  const length = Math.min(word.length, PREFIX);
  const hashes = [hashWithout(word, length, -1, -1)];
  const add = (hash: number) => {
    if (!hashes.includes(hash)) hashes.push(hash);
  };
  for (let first = 0; depth > 0 && first < length; first++) {
    add(hashWithout(word, length, first, -1));
    for (let second = first + 1; depth > 1 && second < length; second++) add(hashWithout(word, length, first, second));
  }
  return new Uint32Array(hashes);
}

/** FNV-1a of the first `length` letters but two, stirred at the end, so that its last bits tell forms apart. */
function hashWithout(word: string, length: number, first: number, second: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < length; at++) if (at !== first && at !== second) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
