import { describe, expect, it } from 'vitest';
import { completeLine } from '../../../src/adapters/terminal/complete-line.ts';
import type { Command } from '../../../src/bot/command.ts';

const command = (name: string, kind: 'text' | 'company'): Command => ({
  name,
  description: { en: name, fr: name },
  options: [{ name: kind, description: { en: kind, fr: kind }, kind, required: true }],
  admin: false,
  run: () => [],
});
const COMMANDS = [command('company', 'company'), command('compare', 'company'), command('ask', 'text')];
const complete = (line: string) => completeLine(line, '/', COMMANDS, ['Klarna', 'Fiverr', 'Stability AI']);

describe('completeLine', () => {
  it('completes the names of commands', () => {
    expect(complete('/co')).toEqual([['/company ', '/compare '], '/co']);
    expect(complete('/A')).toEqual([['/ask '], '/A']);
    expect(complete('/')[0]).toHaveLength(3);
  });

  it('completes the last company after a command that takes one', () => {
    expect(complete('/compare klarna f')).toEqual([['fiverr '], 'f']);
    expect(complete('/company STA')).toEqual([['stability ai '], 'sta']);
    expect(complete('/company ')[0]).toHaveLength(3);
  });

  it('leaves questions alone', () => {
    expect(complete('how many at k')[0]).toEqual([]);
    expect(complete('/ask k')[0]).toEqual([]);
    expect(complete('/nothing k')[0]).toEqual([]);
  });
});
