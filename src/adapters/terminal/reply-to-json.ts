import { plainText } from '../../reply/plain-text.ts';
import type { Reply } from '../../reply/reply.ts';

/** The fields that `--json` prints; `answer` is the text without the quotes, `ms` the time from question to answer in milliseconds. */
export function replyToJson(id: string | number | null, question: string, reply: Reply, ms: number): object {
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
