import { describe, expect, it } from 'vitest';
import { Deliveries } from '../../src/bot/deliveries.ts';

const HOUR = 60 * 60 * 1_000;

function startDeliveries() {
  let time = 1_700_000_000_000;
  const deliveries = new Deliveries(() => time);
  return {
    isNew: (delivery: string) => deliveries.isNew(delivery),
    pass: (ms: number) => {
      time += ms;
    },
  };
}

describe('Deliveries', () => {
  it('knows each by its name, for an hour', () => {
    const { isNew, pass } = startDeliveries();
    expect([isNew('a'), isNew('b'), isNew('a')]).toEqual([true, true, false]);
    pass(HOUR);
    expect([isNew('a'), isNew('b')]).toEqual([false, false]);
    pass(1);
    expect([isNew('a'), isNew('a')]).toEqual([true, false]);
  });

  it('counts the hour from when it came first', () => {
    const { isNew, pass } = startDeliveries();
    isNew('a');
    pass(HOUR - 1);
    expect(isNew('a')).toBe(false);
    pass(2);
    expect(isNew('a')).toBe(true);
  });

  it('remembers the latest 50,000, however many come', () => {
    const { isNew } = startDeliveries();
    for (let count = 1; count <= 50_001; count++) expect(isNew(`${count}`)).toBe(true);
    expect([isNew('3'), isNew('50001')]).toEqual([false, false]);
    expect(isNew('1')).toBe(true);
  });
});
