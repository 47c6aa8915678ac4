import { describe, expect, it } from 'vitest';
import { memoryTrend } from '../../../bench/adapters/memory-trend.ts';
import { planEvents } from '../../../bench/adapters/plan-event.ts';
import { faultsOf, renderSoak } from '../../../bench/adapters/render-soak.ts';
import { Tally } from '../../../bench/adapters/tally.ts';

describe('planEvents', () => {
  const events = planEvents(20_000);

  it('is the same each time', () => {
    expect(planEvents(300)).toEqual(events.slice(0, 300));
    expect(planEvents(300, 2)).not.toEqual(events.slice(0, 300));
  });

  it('sends 1 % twice, and drops the connection every 1,000 events', () => {
    const twice = events.filter((event) => event.twice).length;
    expect(twice).toBeGreaterThan(150);
    expect(twice).toBeLessThan(250);
    expect(events.filter(({ dropBefore }) => dropBefore).map(({ number }) => number)).toEqual(Array.from({ length: 19 }, (_, index) => (index + 1) * 1_000));
  });

  it('asks in every way, and nobody again before 2,000 others', () => {
    const ways = Object.groupBy(events, ({ way }) => way);
    expect(ways.slash?.length).toBeGreaterThan(9_000);
    expect(ways.mention?.length).toBeGreaterThan(4_500);
    expect(ways.direct?.length).toBeGreaterThan(4_500);
    expect(new Set(events.slice(500, 2_500).map(({ person }) => person)).size).toBe(2_000);
  });
});

describe('Tally', () => {
  it('tells what was answered once, again, not at all, and unasked', () => {
    const tally = new Tally();
    for (const event of ['once', 'again', 'never']) tally.expect(event);
    for (const event of ['once', 'again', 'again', 'stranger']) tally.note(event);
    expect(tally).toMatchObject({ expected: 3, answered: 2, unanswered: 1, answeredAgain: 1, unasked: 1 });
    expect(tally.missing()).toEqual(['never']);
  });

  it('takes answers that come before their event is known', () => {
    const tally = new Tally();
    tally.note('early');
    expect(tally.unasked).toBe(1);
    tally.expect('early');
    tally.expect('early');
    expect(tally).toMatchObject({ expected: 1, answered: 1, unanswered: 0, unasked: 0 });
  });
});

describe('memoryTrend', () => {
  it('compares the last quarter with the second', () => {
    const samples = [10, 100, 110, 500, 105, 105].map((heapMb, index) => ({ events: [20, 30, 50, 60, 80, 100][index] ?? 0, heapMb, rssMb: 2 * heapMb }));
    expect(memoryTrend(samples, 100, 'heapMb')).toEqual({ second: 105, last: 105, growth: 0 });
    expect(memoryTrend(samples, 100, 'rssMb')).toMatchObject({ second: 210, last: 210 });
  });
});

describe('faultsOf', () => {
  const memory = [40, 90].map((events) => ({ events, heapMb: 100, rssMb: 200 }));
  const answered = { answeredOnce: 100, unanswered: 0, missing: [], answeredAgain: 0, unasked: 0 };
  const good = {
    platform: 'slack',
    events: 100,
    perSecond: 80,
    ...answered,
    duplicates: 1,
    drops: 0,
    connections: 1,
    rateLimits: 1,
    problems: [],
    seconds: 2,
    memory,
  } as const;

  it('finds none in a good soak', () => {
    expect(faultsOf(good)).toEqual([]);
    expect(renderSoak(good)).toContain('| answered exactly once | 100 |');
    expect(renderSoak(good)).toContain('100.0 → 100.0 MB (+0.0 %)');
  });

  it('names each', () => {
    expect(faultsOf({ ...good, unanswered: 2, answeredAgain: 1, unasked: 1, problems: ['x', 'x'] })).toHaveLength(4);
    expect(faultsOf({ ...good, memory: [...memory, { events: 100, heapMb: 120, rssMb: 1 }] })).toEqual([
      'the heap grew by +10.0 % from the second quarter to the last',
    ]);
  });
});
