import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import type { AnswerInThread } from '../../bot/conversation.ts';
import { readLines } from './read-lines.ts';
import { replyToJson } from './reply-to-json.ts';

const id = z.union([z.string(), z.number()]).nullable().default(null);

/** A question a line. */
const questionLine = z.object({ id, question: z.string(), thread: z.array(z.string()).default([]) });
/** What is left of a line that is no question. */
const namedLine = z.object({ id });

/** Answers JSON lines with JSON lines, each as soon as it is read and in the same order; a line that is no question gets an error object. */
export async function answerBatch(input: Readable, output: Writable, ask: AnswerInThread): Promise<void> {
  for await (const line of readLines(input)) {
    if (line.trim() === '') continue;
    if (!output.write(`${JSON.stringify(answerLine(line, ask))}\n`)) await once(output, 'drain');
  }
}

function answerLine(line: string, ask: AnswerInThread): object {
  const json = parseJson(line);
  if (json === undefined) return { id: null, error: 'this line is not JSON', line: beginningOf(line) };
  const parsed = questionLine.safeParse(json);
  if (!parsed.success) {
    const reason = parsed.error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)).join('; ');
    return { id: namedLine.safeParse(json).data?.id ?? null, error: `this line is not {"id", "question", "thread"}: ${reason}`, line: beginningOf(line) };
  }
  const { question, thread } = parsed.data;
  const start = performance.now();
  const reply = ask(question, thread);
  return replyToJson(parsed.data.id, question, reply, performance.now() - start);
}

function beginningOf(line: string): string {
  return line.slice(0, 200).toWellFormed();
}

/** Undefined where it is none: no JSON text stands for that. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
