import type { Fields } from './json.ts';

/** What Slack tells the bot, whichever way it travels. */
export type Envelope = { readonly type: 'events_api' | 'slash_commands' | 'interactive'; readonly payload: Fields };

export type Retry = { readonly attempt: number; readonly reason: string };

/** How the bot took it. */
export type Ack = {
  /** From sending to the acknowledgement; undefined where none came. */
  readonly ms: number | undefined;
  readonly payload: unknown;
  /** In HTTP mode. */
  readonly status: number | undefined;
};

/** How one delivery differs from what Slack would do. Signature and age matter in HTTP mode only. */
export type Delivery = {
  /** The same event that many times, one after another. */
  readonly copies?: number;
  /** As if it had been sent that often before, and not been taken. */
  readonly attempt?: number;
  readonly signature?: 'valid' | 'wrong' | 'missing';
  /** Of the request's timestamp. */
  readonly ageSeconds?: number;
};
