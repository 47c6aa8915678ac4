import type { Document } from '../documents/document.ts';

/** Why a quote cannot stand, and what to do. */
export type QuoteProblem = { readonly what: string; readonly fix: string };

/** Checks that a quote stands in its document word for word, and says what differs where it does not. */
export function verifyQuote(quote: { document: string; exact: string }, documents: ReadonlyMap<string, Document>): QuoteProblem | null {
  const document = documents.get(quote.document);
  if (document === undefined) {
    return { what: `there is no document ${quote.document}`, fix: `use one of: ${[...documents.keys()].join(', ')}` };
  }
  if (document.text.includes(quote.exact)) return null;
  const elsewhere = [...documents.values()].find((other) => other.text.includes(quote.exact));
  if (elsewhere) {
    return { what: `the quote does not stand in ${quote.document}, but in ${elsewhere.id}`, fix: `write document: ${elsewhere.id}` };
  }
  return { what: `the quote does not stand in ${quote.document} word for word: ${firstDifference(quote.exact, document.text)}`, fix: `copy the words out of seeds/${document.file}` };
}

/** Where the longest beginning of the quote that does stand in the text stops. */
function firstDifference(exact: string, text: string): string {
  let low = 0;
  let high = exact.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (text.includes(exact.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  if (low < 8) return 'not even its beginning does';
  const found = text.indexOf(exact.slice(0, low));
  const document = text.slice(found + low, found + low + 20).split('\n')[0] ?? '';
  return `after “${exact.slice(Math.max(0, low - 30), low)}” it goes on “${exact.slice(low, low + 20)}”, the document “${document}”`;
}
