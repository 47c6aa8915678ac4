export type Fault =
  | { readonly kind: 'rate limit'; readonly retryAfterSeconds: number }
  | { readonly kind: 'status'; readonly status: number }
  /** The method answers that it cannot: "missing_scope". */
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'slow'; readonly ms: number }
  /** The work is done and the connection dies before the answer. */
  | { readonly kind: 'lost answer' };

/** `method` as in "chat.postMessage", or "response_url"; without it any. */
export type FaultPlan = { readonly fault: Fault; readonly method?: string } & ({ readonly calls: number } | { readonly share: number; readonly seed: number });

export type Faults = {
  readonly plan: (plan: FaultPlan) => void;
  readonly clear: () => void;
  /** How many calls met a fault, by its kind. */
  readonly met: ReadonlyMap<Fault['kind'], number>;
  /** The gate asks, once for each call. */
  readonly take: (method: string) => Fault | undefined;
};

type Standing = { readonly fault: Fault; readonly method: string | undefined; readonly strikes: () => boolean };

export function makeFaults(): Faults {
  let standing: readonly Standing[] = [];
  const met = new Map<Fault['kind'], number>();
  return {
    met,
    plan: (plan) => {
      standing = [...standing, { fault: plan.fault, method: plan.method, strikes: 'calls' in plan ? countdown(plan.calls) : lottery(plan.share, plan.seed) }];
    },
    clear: () => {
      standing = [];
    },
    take: (method) => {
      const fault = standing.find((one) => (one.method ?? method) === method && one.strikes())?.fault;
      if (fault !== undefined) met.set(fault.kind, (met.get(fault.kind) ?? 0) + 1);
      return fault;
    },
  };
}

function countdown(calls: number): () => boolean {
  let left = calls;
  return () => {
    left -= 1;
    return left >= 0;
  };
}

/** mulberry32: small, seeded, good enough to choose calls with. */
function lottery(share: number, seed: number): () => boolean {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32 < share;
  };
}
