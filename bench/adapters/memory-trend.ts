/** Megabytes after a collection of garbage, when so many events had been sent. */
export type MemorySample = { readonly events: number; readonly heapMb: number; readonly rssMb: number };

export type MemoryTrend = {
  readonly second: number;
  readonly last: number /** 0.05: the last quarter's mean lies 5 % above the second's. */;
  readonly growth: number;
};

/** How the last quarter of the events compares with the second: in the first, caches fill. */
export function memoryTrend(samples: readonly MemorySample[], total: number, what: 'heapMb' | 'rssMb'): MemoryTrend {
  const between = (from: number, to: number) => samples.filter(({ events }) => events > from * total && events <= to * total).map((sample) => sample[what]);
  const [second, last] = [mean(between(0.25, 0.5)), mean(between(0.75, 1))];
  return { second, last, growth: last / second - 1 };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
