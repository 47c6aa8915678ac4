import type { Readable } from 'node:stream';

/**
 * Lines as they come in, without their ends. `node:readline` also breaks lines at U+2028 and U+2029, which JSON allows inside strings.
 * A byte-order mark at the start is left out.
 */
export async function* readLines(input: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pending: string[] = [];
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const [first = '', ...rest] = text.split('\n');
    pending.push(first);
    for (const next of rest) {
      yield withoutReturn(pending.join(''));
      pending = [next];
    }
  }
  const last = pending.join('') + decoder.decode();
  if (last !== '') yield withoutReturn(last);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
