import { describe, expect, it } from 'vitest';
import { RateLimit } from '../../src/bot/rate-limit.ts';

function startLimit(most: number) {
  let time = 1_700_000_000_000;
  const limit = new RateLimit(most, () => time);
  return {
    wait: (person: string) => limit.wait(person),
    pass: (ms: number) => {
      time += ms;
    },
  };
}

describe('RateLimit', () => {
  it('lets so many through at once, each person for themselves', () => {
    const { wait } = startLimit(3);
    expect([wait('ann'), wait('ann'), wait('ann'), wait('ann')]).toEqual([0, 0, 0, 60]);
    expect(wait('bob')).toBe(0);
  });

  it('slides: each request makes room a minute after it came', () => {
    const { wait, pass } = startLimit(2);
    wait('ann');
    pass(30_000);
    wait('ann');
    expect(wait('ann')).toBe(30);
    pass(29_999);
    expect(wait('ann')).toBe(1);
    pass(1);
    expect([wait('ann'), wait('ann')]).toEqual([0, 30]);
    pass(30_000);
    expect([wait('ann'), wait('ann')]).toEqual([0, 30]);
  });

  it('does not count what it refused', () => {
    const { wait, pass } = startLimit(1);
    wait('ann');
    for (let second = 1; second < 60; second++) {
      pass(1_000);
      expect(wait('ann')).toBe(60 - second);
    }
    pass(1_000);
    expect(wait('ann')).toBe(0);
  });

  it('remembers 10,000 people, the ones who asked last', () => {
    const { wait } = startLimit(1);
    wait('ann');
    wait('bob');
    for (let count = 1; count <= 9_998; count++) wait(`person ${count}`);
    expect([wait('ann'), wait('bob')]).toEqual([60, 60]);
    wait('one more');
    expect([wait('bob'), wait('ann')]).toEqual([60, 0]);
  });

  it('forgets nobody who asks again for somebody who does not', () => {
    const { wait } = startLimit(2);
    wait('ann');
    wait('bob');
    wait('ann');
    for (let count = 1; count <= 9_999; count++) wait(`person ${count}`);
    expect(wait('ann')).toBe(60);
    expect([wait('bob'), wait('bob'), wait('bob')]).toEqual([0, 0, 60]);
  });
});
