import type { Ping } from './find-pings.ts';
import type { Fields } from './json.ts';

type Rejection = {
  readonly method: string;
  /** What Slack answers; null where it takes the message with a warning. */
  readonly error: string | null;
  readonly messages: readonly string[];
  readonly args: Fields;
};

export type Late = {
  /** "events_api message", "slash_commands /ask". */
  readonly what: string;
  /** Undefined as long as no acknowledgement came. */
  readonly ms: number | undefined;
};

type Call = { readonly method: string; readonly args: Fields; readonly token?: string | undefined; readonly error: string | undefined; readonly at: number };

/** What the gate holds against the bot, and every call that it made. */
export type Records = {
  readonly rejected: Rejection[];
  readonly pings: Ping[];
  readonly late: Late[];
  readonly calls: Call[];
  readonly unknownMethods: string[];
};

export function makeRecords(): Records {
  return { rejected: [], pings: [], late: [], calls: [], unknownMethods: [] };
}
