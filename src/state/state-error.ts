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

/** Whether it may go well another time. */
export function mayPass(error: unknown): boolean {
  return !OWN_FAULT.test(codeOf(error) ?? '');
}
