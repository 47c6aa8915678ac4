import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../../src/adapters/terminal/read-lines.ts';

async function linesOf(...chunks: readonly (string | Buffer)[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLines(Readable.from(chunks))) lines.push(line);
  return lines;
}

describe('readLines', () => {
  it('finds lines across chunks, with any ending, the last one without', async () => {
    expect(await linesOf('a\nb', 'c\r', '\nd\n', '\n', 'e')).toEqual(['a', 'bc', 'd', '', 'e']);
    expect(await linesOf('a\n')).toEqual(['a']);
    expect(await linesOf()).toEqual([]);
  });

  it('breaks lines at line feeds only: JSON allows U+2028 and U+2029 inside strings', async () => {
    expect(await linesOf('a\u2028b\u2029c\u0085d\n')).toEqual(['a\u2028b\u2029c\u0085d']);
  });

  it('puts characters together that two chunks share, and leaves out a byte-order mark', async () => {
    const bytes = Buffer.from('\ufeffné\n');
    expect(await linesOf(bytes.subarray(0, 5), bytes.subarray(5))).toEqual(['né']);
  });
});
