import { createHmac } from 'node:crypto';

const LENGTH = 22;

/** What stands for a person, or for words, wherever it is kept: the same for the same, and nothing that could be guessed without the key. */
export type KeyedHash = (text: string) => string;

export function keyedHash(key: string): KeyedHash {
  return (text) => createHmac('sha256', key).update(text).digest('base64url').slice(0, LENGTH);
}
