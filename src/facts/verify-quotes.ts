import type { Document } from '../documents/document.ts';

/** Why a quote cannot stand, which of its fields is to be corrected, and how. */
export type QuoteProblem = { readonly field: 'document' | 'exact'; readonly what: string; readonly fix: string };

/** Checks that a quote stands in its document word for word, and says what differs where it does not. */
export function verifyQuote(quote: { document: string; exact: string }, documents: ReadonlyMap<string, Document>): QuoteProblem | null {
  const document = documents.get(quote.document);
  if (document === undefined) {
    return { field: 'document', what: `there is no document ${quote.document}`, fix: `use one of: ${[...documents.keys()].join(', ')}` };
  }
  if (document.text.includes(quote.exact)) return null;
  const elsewhere = [...documents.values()].find((other) => other.text.includes(quote.exact));
  if (elsewhere) {
    return { field: 'document', what: `the quote does not stand in ${quote.document}, but in ${elsewhere.id}`, fix: `write document: ${elsewhere.id}` };
  }
  return {
    field: 'exact',
    what: `the quote does not stand in ${quote.document} word for word: ${firstDifference(quote.exact, document.text)}`,
    fix: `copy the words out of seeds/${document.file}`,
  };
}

/** Fewer letters than these stand in any text, and say nothing of where a quote was meant to come from. */
const TELLING_LENGTH = 8;

function firstDifference(exact: string, text: string): string {
  const start = findPassage(exact, text);
  if (start === null) return 'neither its beginning nor its end does';
  const passage = text.slice(start);
  const length = commonLength(exact, passage);
  const place = length === 0 ? 'it begins' : `after “${exact.slice(Math.max(0, length - 30), length)}” it goes on`;
  const document = passage.slice(length, length + 20).split('\n')[0] ?? '';
  return `${place} “${exact.slice(length, length + 20)}”, the document “${document}”`;
}

/** Where in the text the quote was meant to begin: found by its longest beginning that stands there, or by its longest end. */
function findPassage(exact: string, text: string): number | null {
  const beginning = longest(exact.length, (length) => text.includes(exact.slice(0, length)));
  if (beginning >= TELLING_LENGTH) return text.indexOf(exact.slice(0, beginning));
  const end = longest(exact.length, (length) => text.includes(exact.slice(exact.length - length)));
  if (end < TELLING_LENGTH) return null;
  const rest = exact.length - end;
  return nearestStart(exact, text, text.indexOf(exact.slice(rest)) - rest);
}

/** A letter too many or too few shifts the beginning. */
function nearestStart(exact: string, text: string, expected: number): number {
  const starts = [0, -1, 1, -2, 2].map((shift) => Math.max(0, expected + shift));
  return starts.reduce((best, start) => (commonLength(exact, text.slice(start)) > commonLength(exact, text.slice(best)) ? start : best));
}

/** How many letters two texts have in common from their beginnings. */
function commonLength(first: string, second: string): number {
  return longest(Math.min(first.length, second.length), (length) => second.startsWith(first.slice(0, length)));
}

/** The greatest length that holds, where every smaller one holds, too. */
function longest(limit: number, holds: (length: number) => boolean): number {
  let low = 0;
  let high = limit;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
