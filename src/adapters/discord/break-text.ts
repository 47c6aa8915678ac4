/**
 * Breaks an escaped text at its spaces into parts of at most `limit` characters; inside a word only where the word alone is longer.
 * One part where it fits.
 */
export function breakText(text: string, limit: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const space = rest.lastIndexOf(' ', limit);
    const end = space > 0 ? space : endInWord(rest, limit);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return rest === '' ? parts : [...parts, rest];
}

/** Neither between a backslash and what it escapes, nor inside a character. */
function endInWord(text: string, limit: number): number {
  const backslashes = /\\*$/.exec(text.slice(0, limit))?.[0].length ?? 0;
  const end = limit - (backslashes % 2);
  return /[\ud800-\udbff]$/.test(text.slice(0, end)) ? end - 1 : end;
}
