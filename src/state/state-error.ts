import { AppError } from '../errors.ts';

/** What is remembered cannot be reached at the moment; the message is for whoever looks after the bot. */
export class StateError extends AppError {}

/** Errors that say that what was sent is at fault, and would be tomorrow: bad data, a broken constraint, a bad statement. */
const OWN_FAULT = /^(?:22|23|42)/;

/** `08…` and such from Postgres, `ECONNREFUSED` and such from the network. */
export function codeOf(error: unknown): string | null {
  for (let one = error; one instanceof Error; one = one.cause) {
    if ('code' in one && typeof one.code === 'string') return one.code;
  }
  return null;
}

/** What the client says, without any code, of connections that broke or never came about. */
const BROKEN = /connection terminated|query read timeout|timeout exceeded|client has encountered a connection error|not queryable/i;

/** Whether it is the database's, and may go well another time. */
export function mayPass(error: unknown): boolean {
  // Thrown by whoever used it.
  if (error instanceof AppError) return false;
  const code = codeOf(error);
  if (code !== null) return !OWN_FAULT.test(code);
  for (let one = error; one instanceof Error; one = one.cause) if (BROKEN.test(one.message)) return true;
  return false;
}
