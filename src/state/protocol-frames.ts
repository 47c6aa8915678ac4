// Postgres' wire protocol as far as it takes to pass it on: https://www.postgresql.org/docs/current/protocol-message-formats.html

/** Asks for encryption; comes before anything else, and has no type. */
const SSL_REQUEST = 80_877_103;
const TYPE_AND_LENGTH = 5;

const SYNC = 'S'.charCodeAt(0);
const QUERY = 'Q'.charCodeAt(0);
const TERMINATE = 'X'.charCodeAt(0);
const READY = 'Z'.charCodeAt(0);

/** What a client says up to where it waits for an answer, and what it has begun to say since. */
export type Heard = { readonly batch: Buffer; readonly kind: 'ssl' | 'startup' | 'work' | 'end'; readonly rest: Buffer };

/** Null while more has to come. */
export function takeBatch(bytes: Buffer, started: boolean): Heard | null {
  if (!started) return takeStartup(bytes);
  for (let at = 0; at + TYPE_AND_LENGTH <= bytes.length; ) {
    const next = at + 1 + bytes.readInt32BE(at + 1);
    if (next > bytes.length) return null;
    const type = bytes[at];
    if (type === TERMINATE) return { batch: bytes.subarray(0, 0), kind: 'end', rest: bytes.subarray(next) };
    if (type === SYNC || type === QUERY) return { batch: bytes.subarray(0, next), kind: 'work', rest: bytes.subarray(next) };
    at = next;
  }
  return null;
}

function takeStartup(bytes: Buffer): Heard | null {
  if (bytes.length < 8) return null;
  const length = bytes.readInt32BE(0);
  if (bytes.length < length) return null;
  const kind = bytes.readInt32BE(4) === SSL_REQUEST ? 'ssl' : 'startup';
  return { batch: bytes.subarray(0, length), kind, rest: bytes.subarray(length) };
}

/** PGlite says that it is ready after an error, and once more at the end of the batch: a client would take that for the end of the next one. */
export function readyOnce(answer: Buffer): Buffer {
  const frames: Buffer[] = [];
  for (let at = 0; at + TYPE_AND_LENGTH <= answer.length; ) {
    const next = at + 1 + answer.readInt32BE(at + 1);
    if (answer[at] !== READY || next >= answer.length) frames.push(answer.subarray(at, next));
    at = next;
  }
  return Buffer.concat(frames);
}
