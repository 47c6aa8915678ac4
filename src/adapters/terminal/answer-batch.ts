import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { plainText } from '../../reply/plain-text.ts';
import type { Reply } from '../../reply/reply.ts';

/** A question a line. */
const line = z.object({
  id: z.union([z.string(), z.number()]).nullable().default(null),
  question: z.string(),
  thread: z.array(z.string()).default([]),
});

export type Ask = (question: string, thread: readonly string[]) => Reply;

/** Answers JSON lines with JSON lines, each as soon as it is read and in the same order; a line that cannot be read gets an error object. */
export async function answerBatch(input: Readable, output: Writable, ask: Ask): Promise<void> {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const text of lines) {
    if (text.trim() === '') continue;
    if (!output.write(`${JSON.stringify(answerLine(text, ask))}\n`)) await new Promise((resolve) => output.once('drain', resolve));
  }
}

function answerLine(text: string, ask: Ask): object {
  const parsed = line.safeParse(parseJson(text));
  if (!parsed.success) {
    const reason = parsed.error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)).join('; ');
    return { error: `this line is not {"id", "question", "thread"}: ${reason}`, line: text.slice(0, 200) };
  }
  const { id, question, thread } = parsed.data;
  const start = performance.now();
  const reply = ask(question, thread);
  return toJson(id, question, reply, performance.now() - start);
}

/** The fields that `--json` prints. `ms` is the time from question to answer in milliseconds. */
export function toJson(id: string | number | null, question: string, reply: Reply, ms: number): object {
  return {
    id,
    question,
    status: reply.status,
    ...(reply.reason === null ? {} : { reason: reply.reason }),
    language: reply.language,
    answer: plainText(reply.blocks),
    facts: reply.facts,
    sources: reply.sources.map(({ file, quote }) => ({ document: file, quote })),
    suggestions: reply.suggestions,
    version: reply.version,
    ms: Number(ms.toFixed(3)),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
