/** Parts of at most `most` characters, broken at lines or spaces where there are any. */
export function splitText(text: string, most: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const window = rest.slice(0, most);
    const space = Math.max(window.lastIndexOf('\n'), window.lastIndexOf(' '));
    const end = space > most / 2 ? space : most - (/[\ud800-\udbff]$/.test(window) ? 1 : 0);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return rest === '' ? parts : [...parts, rest];
}
