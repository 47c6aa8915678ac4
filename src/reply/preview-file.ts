const MOST_LINES = 10;

/** The first lines of a file, and a mark where there are more. */
export function previewFile(content: string): string[] {
  const lines = content.replace(/\r?\n$/, '').split(/\r?\n/);
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '…'] : lines;
}
