import { plainText } from '../src/reply/plain-text.ts';
import type { Reply } from '../src/reply/reply.ts';
import { foldText } from '../src/text/fold-text.ts';
import type { OwnQuestion } from './question-file.ts';

/** Kinds of questions that several facts answer, with room for them. */
export const WIDE_KINDS: ReadonlySet<string> = new Set(['list', 'compare', 'aggregate', 'timeline', 'conflict', 'attribution']);

/** Why a reply is not right, or null where it is: what must and must not be said, what must be cited, how long it may be. */
export function judgeReply(question: OwnQuestion, reply: Reply): string | null {
  if (question.expect === 'decline') return reply.status === 'unknown' ? null : 'answered what the documents do not say';
  if (reply.status === 'unknown') return 'declined';
  const wide = WIDE_KINDS.has(question.kind);
  const answer = plainText(reply.blocks);
  if (answer.length > (wide ? 2_000 : 900)) return `too long (${answer.length})`;
  if (reply.sources.length > (wide ? 10 : 4)) return `too many sources (${reply.sources.length})`;
  return judgeWords(question, comparable([answer, ...reply.sources.map(({ quote }) => quote)].join(' ')), comparable(answer)) ?? judgeSources(question, reply);
}

/** The words that make an answer right, looked for in a text that is `comparable`. */
export function judgeWords(question: OwnQuestion, proof: string, answer: string): string | null {
  const missing = question.must.find((group) => !group.some((words) => proof.includes(comparable(words))));
  if (missing) return `lacks ${JSON.stringify(missing.slice(0, 4))}`;
  const wrong = question.must_not.find((words) => answer.includes(comparable(words)));
  return wrong ? `says ${wrong}` : null;
}

function judgeSources(question: OwnQuestion, reply: Reply): string | null {
  const cited = new Set(reply.sources.map(({ file }) => file.slice(0, 3)));
  if (question.sources.length > 0 && !question.sources.some((source) => cited.has(source))) return `cites ${[...cited]} and none of ${question.sources}`;
  const missing = question.sources_all.filter((source) => !cited.has(source));
  return missing.length > 0 ? `does not cite ${missing}` : null;
}

/** Folded, digit groups closed. */
export function comparable(text: string): string {
  return foldText(text).replace(/(\d)[ .,'](?=\d{3}(?!\d))/g, '$1');
}
