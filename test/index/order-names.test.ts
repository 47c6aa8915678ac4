import { describe, expect, it } from 'vitest';
import { orderNames } from '../../src/index/order-names.ts';

const NAMES = ['Klarna', 'Klarna AB', 'Fiverr', 'Shopify', 'Amazon', 'Sebastian Siemiatkowski', 'Stability AI'];

describe('orderNames', () => {
  it.each([
    ['klarma', 'Klarna'],
    ['klrana', 'Klarna'],
    ['fiver', 'Fiverr'],
    ['siemiatkovski', 'Sebastian Siemiatkowski'],
    ['stabilité', 'Stability AI'],
  ])('puts the name first that %j resembles most', (typed, name) => {
    expect(orderNames(typed, NAMES)[0]).toBe(name);
  });

  it('only gives names that it was given, each once', () => {
    const ordered = orderNames('klarna', NAMES);
    expect(NAMES).toEqual(expect.arrayContaining(ordered));
    expect(new Set(ordered).size).toBe(ordered.length);
  });

  it('gives none where none resembles', () => {
    expect(orderNames('zzzzqqqq', NAMES)).toEqual([]);
    expect(orderNames('klarna', [])).toEqual([]);
  });

  it('reads no more than 32 characters of what was typed', () => {
    const typed = 'klarna and then something entirely else about Sebastian Siemiatkowski';
    expect(orderNames(typed, NAMES)).toEqual(orderNames(typed.slice(0, 32), NAMES));
    expect(orderNames(`${' '.repeat(32)}klarna`, NAMES)).toEqual(orderNames(' '.repeat(32), NAMES));
    expect(orderNames(`klarna${'x'.repeat(26)}`, NAMES)).toEqual(orderNames(`klarna${'x'.repeat(4_994)}`, NAMES));
  });

  it('stays quick for a text of 5,000 characters', () => {
    const names = Array.from({ length: 50 }, (_, number) => `Company ${number} of Stockholm`);
    orderNames('company', names);
    const start = performance.now();
    for (let time = 0; time < 10; time++) orderNames('company of stockolm '.repeat(250), names);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it.each(['!klarna', "'klarna", '^klarna', '=klarna', 'klarna$', '!klarna$', 'klarna |', '| klarna', '!^klarna', '"klarna'])(
    'reads the operators of fuse.js in %j as mere signs',
    (typed) => {
      expect(orderNames(typed, NAMES)[0]).toMatch(/^Klarna/);
    },
  );

  it.each(['!', "'", '^', '=', '|', '$', '', ' ', '||||', '!!!!', '\\', '(', '[a-', '🎉', '\ud83c'])('takes %j without harm', (typed) => {
    expect(NAMES).toEqual(expect.arrayContaining(orderNames(typed, NAMES)));
  });

  it('does not let | ask for two names, or ! for all the others', () => {
    expect(orderNames('zzzzqqqq | yyyyqqqq', NAMES)).toEqual([]);
    expect(orderNames('!zzzzqqqq', NAMES)).toEqual([]);
  });
});
