import { mulberry32 } from '../../../bench/random.ts';

/** Something that goes wrong with a request although the bot did nothing wrong. */
export type Fault =
  /** 429; `retryAfter` in seconds. */
  | { readonly kind: 'rate-limit'; readonly retryAfter: number; readonly global?: boolean }
  /** 500, 502 and their like; the request has no effect. */
  | { readonly kind: 'status'; readonly status: number }
  /** The request has its effect at once; the response comes `ms` later. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** The request has its effect; the connection breaks before the response. */
  | { readonly kind: 'lost-response' };

export type RandomFaults = { readonly share: number; readonly seed: number; readonly matching?: RegExp };

type Planned = { readonly fault: Fault; readonly matching: RegExp; left: number; readonly applies: () => boolean };

const LOG_IN = /gateway\/bot$/;

/** Which of the next requests go wrong. `matching` is tried on `POST /channels/123/messages`; without it, everything but logging in matches. */
export class Faults {
  #planned: readonly Planned[] = [];

  next(count: number, fault: Fault, matching: RegExp = /^/): void {
    this.#planned = [...this.#planned, { fault, matching, left: count, applies: () => true }];
  }

  random(fault: Fault, { share, seed, matching = /^/ }: RandomFaults): void {
    const random = mulberry32(seed);
    this.#planned = [...this.#planned, { fault, matching, left: Number.POSITIVE_INFINITY, applies: () => random() < share }];
  }

  clear(): void {
    this.#planned = [];
  }

  take(request: string): Fault | undefined {
    if (LOG_IN.test(request)) return undefined;
    const plan = this.#planned.find(({ matching, left, applies }) => left > 0 && matching.test(request) && applies());
    if (plan !== undefined) plan.left -= 1;
    return plan?.fault;
  }
}
