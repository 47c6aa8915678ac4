import { DISCORD_LIMITS } from './discord-limits.ts';
import { escapeCode, escapeMarkdown } from './escape-markdown.ts';

/** In characters; a code block that is wider is wrapped, and its columns are lost. */
const WIDEST = 60;
const GAP = '  ';
const [OPEN, CLOSE] = ['```\n', '\n```'] as const;

type Row = readonly string[];

/** Aligned columns in code blocks, figures to the right; a list item for each row where the table is too wide for that. */
export function renderTable(columns: Row, rows: readonly Row[]): string[] {
  const cells = [columns, ...rows].map((row) => columns.map((_, at) => escapeCode(row[at] ?? '').trim()));
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => lengthOf(row[at] ?? ''))));
  const width = widths.reduce((sum, one) => sum + one + GAP.length, -GAP.length);
  if (width > WIDEST) return listRows(columns, rows);
  const numeric = columns.map((_, at) => cells.slice(1).every((row) => /^[\d\s.,%]*$/.test(row[at] ?? '')));
  const lines = cells.map((row) =>
    row
      .map((cell, at) => pad(cell, widths[at] ?? 0, numeric[at] ?? false))
      .join(GAP)
      .trimEnd(),
  );
  const [header = '', ...body] = lines;
  return chunk(body, DISCORD_LIMITS.content - header.length - OPEN.length - CLOSE.length - 1).map((block) => `${OPEN}${[header, ...block].join('\n')}${CLOSE}`);
}

/** The columns in small print, then the first cell of each row in bold, the others behind it. */
function listRows(columns: Row, rows: readonly Row[]): string[] {
  const items = rows.map(([first = '', ...rest]) => {
    const others = rest.map((cell, at) => (columns.length > 2 ? `${columns[at + 1] ?? ''}: ${cell}` : cell));
    return `- **${escapeMarkdown(first)}**: ${others.map(escapeMarkdown).join(' · ')}`;
  });
  return [`-# ${columns.map(escapeMarkdown).join(' · ')}`, ...items];
}

/** As few groups of lines as fit into `room` characters each; at least one. */
function chunk(lines: readonly string[], room: number): string[][] {
  const groups: string[][] = [[]];
  let used = 0;
  for (const line of lines) {
    if (used > 0 && used + line.length + 1 > room) {
      groups.push([]);
      used = 0;
    }
    groups.at(-1)?.push(line);
    used += line.length + 1;
  }
  return groups;
}

function pad(cell: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - lengthOf(cell)));
  return right ? `${space}${cell}` : `${cell}${space}`;
}

/** Characters as a person counts them. */
function lengthOf(text: string): number {
  return [...text].length;
}
