/** French sets a space before some marks, which must not begin a line; not everybody types a no-break one. */
const BREAKS = / +(?![?!:;»%])(?<!« +)/u;

/**
 * Breaks a text into lines at its spaces; no-break spaces hold, and a word that is longer than a line stands on one of its own.
 * @param width in characters; infinite for no breaks
 * @param indent before every line but the first
 */
export function wrapText(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BREAKS)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && lengthOf(longer) > width) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = longer;
  }
  return [...lines, line].join('\n');
}

/** Characters as a person counts them. */
export function lengthOf(text: string): number {
  return [...text].length;
}
