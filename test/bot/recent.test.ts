import { describe, expect, it } from 'vitest';
import { Recent } from '../../src/bot/recent.ts';

describe('Recent', () => {
  it('keeps what was set last, and for each name once', () => {
    const recent = new Recent<number>(2);
    recent.set('a', 1);
    recent.set('a', 2);
    recent.set('b', 3);
    expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([2, 3, undefined]);
  });

  it('forgets what nobody set or asked for longest', () => {
    const recent = new Recent<number>(2);
    recent.set('a', 1);
    recent.set('b', 2);
    recent.get('a');
    recent.set('c', 3);
    expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([1, undefined, 3]);
    recent.set('a', 4);
    recent.set('d', 5);
    expect([recent.get('a'), recent.get('c'), recent.get('d')]).toEqual([4, undefined, 5]);
  });

  it('keeps values that are nothing much', () => {
    const recent = new Recent<number>(2);
    recent.set('zero', 0);
    recent.set('b', 1);
    recent.get('zero');
    recent.set('c', 2);
    expect([recent.get('zero'), recent.get('b')]).toEqual([0, undefined]);
  });
});
