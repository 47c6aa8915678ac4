import { describe, expect, it } from 'vitest';
import { median, quantile } from '../../../bench/adapters/quantile.ts';
import { renderAdapterTable } from '../../../bench/adapters/render-adapter-table.ts';
import { ratio, summarise } from '../../../bench/adapters/summarise.ts';

function round(answers: number, ms: number) {
  return { answers, seconds: 2, latencies: Array.from({ length: answers }, () => ms), botCpuMs: ms / 2, serverCpuMs: ms / 4 };
}

describe('quantile', () => {
  it('does not need the numbers in order, and leaves them as they are', () => {
    const numbers = [10, 9, 1];
    expect(median(numbers)).toBe(9);
    expect(numbers).toEqual([10, 9, 1]);
  });

  it('is the largest of few for a high share, and 0 of none', () => {
    expect(quantile([1, 2, 3], 0.99)).toBe(3);
    expect(quantile([], 0.5)).toBe(0);
  });
});

describe('summarise', () => {
  it('takes the median of the rounds, and quantiles of all answers together', () => {
    const summary = summarise([round(100, 2), round(10, 50), round(200, 1)]);
    expect(summary).toMatchObject({ answers: 310, perSecond: 50, rounds: [50, 5, 100], p50Ms: 1, p99Ms: 50, botCpuMs: 1, serverCpuMs: 0.5 });
  });

  it('compares with the echo bot round by round, so that a slow minute of the machine strikes both', () => {
    const ours = summarise([round(100, 1), round(10, 1), round(80, 1)]);
    const echo = summarise([round(200, 1), round(20, 1), round(100, 1)]);
    expect(ratio(ours, echo)).toBe(0.5);
  });
});

describe('renderAdapterTable', () => {
  it('has a row for each platform and concurrency', () => {
    const [fresh, repeated, echo] = [summarise([round(40, 5)]), summarise([round(80, 4)]), summarise([round(100, 2)])];
    const [head, , row] = renderAdapterTable([{ road: 'slack', concurrency: 20, turns: { new: fresh, repeated, echo } }]).split('\n');
    expect(row).toContain('| slack | 20 | 20 | 40 | 50 | 40 % | 80 % |');
    expect(row?.split('|')).toHaveLength(head?.split('|').length ?? 0);
  });
});
