import type { FactBase } from '../facts/fact-base.ts';
import { describeSource } from '../reply/quote-block.ts';
import type { Block } from '../reply/reply.ts';
import type { Language } from '../text/language.ts';
import { shortId } from './action.ts';

/** Characters on each side of a quote. */
const AROUND = 220;
/** Of a character that takes two code units and was cut between them. */
const HALF_AT_START = /^\p{Cs}/u;
const HALF_AT_END = /\p{Cs}$/u;

/** The passage around each quote of the facts, the same words once. */
export function findPassages(facts: readonly string[], base: FactBase, language: Language): Block[] {
  const wanted = new Set(facts);
  const quotes = [...base.facts.values()].filter(({ id }) => wanted.has(shortId(id))).flatMap((fact) => fact.quotes);
  const unique = [...new Map(quotes.map((quote) => [`${quote.document} ${quote.exact}`, quote])).values()];
  return unique.flatMap(({ document, exact }) => {
    const text = base.documents.get(document)?.text;
    const at = text?.indexOf(exact) ?? -1;
    if (text === undefined || at < 0) return [];
    const source = describeSource(document, base, language);
    return [{ kind: 'passage', before: before(text, at), exact, after: after(text, at + exact.length), source }];
  });
}

/** From the beginning of a line or of a word. */
function before(text: string, end: number): string {
  const start = Math.max(0, end - AROUND);
  const passage = text.slice(start, end).replace(HALF_AT_START, '');
  const line = passage.lastIndexOf('\n');
  if (line >= 0) return passage.slice(line + 1);
  return start === 0 ? passage : `…${passage.replace(/^\S*\s/u, '')}`;
}

/** To the end of a line or of a word. */
function after(text: string, start: number): string {
  const passage = text.slice(start, start + AROUND).replace(HALF_AT_END, '');
  const line = passage.indexOf('\n');
  if (line >= 0) return passage.slice(0, line);
  return start + AROUND >= text.length ? passage : `${passage.replace(/\s\S*$/u, '')}…`;
}
