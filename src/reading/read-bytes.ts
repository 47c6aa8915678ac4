import { readFileSync } from 'node:fs';

/** Why something on the disk cannot be read, in plain words. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is none'],
  ['EISDIR', 'it is a folder'],
  ['ENOTDIR', 'it is a file and not a folder'],
  ['EACCES', 'we are not allowed to'],
  ['EPERM', 'we are not allowed to'],
]);

export function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return REASONS.get(code) ?? (cause instanceof Error ? cause.message : String(cause));
}

/** @returns the bytes of a file, or the reason why they cannot be read */
export function readBytes(path: string): Buffer | string {
  try {
    return readFileSync(path);
  } catch (cause) {
    return reasonOf(cause);
  }
}

/** @returns the text, or null where the bytes are not UTF-8 */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
