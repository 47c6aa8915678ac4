import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { AppError } from '../errors.ts';

/** Encrypts what must not be read where it is kept. */
export type SecretBox = {
  /** @param about what it belongs to: it opens for nothing else */
  readonly seal: (secret: string, about: string) => string;
  /**
   * `stale` where an old key sealed it, so that it ought to be sealed anew.
   * @throws AppError `NO_SUCH_KEY` where no key fits; `SEALED_DAMAGED` where it was changed, or belongs to something else
   */
  readonly open: (sealed: string, about: string) => { readonly secret: string; readonly stale: boolean };
};

type Key = { readonly id: string; readonly bytes: Buffer };

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
/** What NIST SP 800-38D recommends for GCM. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FORMAT = 'v1';

/**
 * @param current base64 or hexadecimal of 32 bytes, as is each of `old`, which still open what they sealed
 * @throws AppError `BAD_ENCRYPTION_KEY`
 */
export function makeSecretBox(current: string, old: readonly string[]): SecretBox {
  const first = readKey(current, 'ENCRYPTION_KEY');
  const keys = [first, ...old.map((key) => readKey(key, 'ENCRYPTION_KEY_OLD'))];
  return {
    seal: (secret, about) => seal(secret, about, first),
    open: (sealed, about) => {
      const [format, id] = sealed.split('.', 2);
      const key = keys.find((one) => one.id === id);
      if (format !== FORMAT) throw damaged(about);
      if (key === undefined) throw noSuchKey(id ?? '', about);
      return { secret: open(sealed, about, key), stale: key.id !== first.id };
    },
  };
}

function readKey(written: string, variable: string): Key {
  const bytes = Buffer.from(written, /^[0-9a-f]{64}$/iu.test(written) ? 'hex' : 'base64');
  if (bytes.length !== KEY_BYTES) {
    throw new AppError('BAD_ENCRYPTION_KEY', `${variable} does not hold ${KEY_BYTES} bytes in base64 or hexadecimal. Make one: openssl rand -base64 32`);
  }
  return { bytes, id: createHash('sha256').update('key id').update(bytes).digest('base64url').slice(0, 8) };
}

/** `v1.<key>.<nonce>.<tag>.<sealed>`, all but the first in base64url */
function seal(secret: string, about: string, { id, bytes }: Key): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, bytes, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return [FORMAT, id, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
}

function open(written: string, about: string, { bytes }: Key): string {
  const [nonce = Buffer.alloc(0), tag = Buffer.alloc(0), sealed = Buffer.alloc(0)] = written
    .split('.')
    .slice(2)
    .map((part) => Buffer.from(part, 'base64url'));
  try {
    const decipher = createDecipheriv(CIPHER, bytes, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(about)).setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw damaged(about, cause);
  }
}

function damaged(about: string, cause?: unknown): AppError {
  return new AppError('SEALED_DAMAGED', `What is kept for ${about} was changed, or was sealed for something else. Restore it from a backup, or remove it.`, {
    cause,
  });
}

function noSuchKey(id: string, about: string): AppError {
  return new AppError(
    'NO_SUCH_KEY',
    `What is kept for ${about} was sealed with the key ${id}, which is neither ENCRYPTION_KEY nor in ENCRYPTION_KEY_OLD. Put that key into ENCRYPTION_KEY_OLD; where it is lost, remove what is kept and install anew.`,
  );
}
