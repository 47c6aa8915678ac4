/** Chance that a random member of `high` lies above a random member of `low`: 0.5 tells nothing, 1 everything. Ties count half. */
export function areaUnderCurve(high: readonly number[], low: readonly number[]): number {
  const sorted = low.toSorted((left, right) => left - right);
  const wins = high.reduce((sum, value) => sum + (countBelow(sorted, value, false) + countBelow(sorted, value, true)) / 2, 0);
  return wins / (high.length * low.length);
}

/** How many of the ascending numbers are under `value`, or equal to it where `inclusive`. */
function countBelow(sorted: readonly number[], value: number, inclusive: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const here = sorted[middle] ?? 0;
    if (here < value || (inclusive && here === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
