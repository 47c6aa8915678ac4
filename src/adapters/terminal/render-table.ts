import type { TerminalStyle } from './terminal-style.ts';
import { lengthOf, wrapText } from './wrap-text.ts';

const GAP = '  ';
/** The last column is wrapped only while it keeps this much room. */
const LEAST_LAST = 20;

/** Aligned columns, figures to the right; a row below the other as "column: value" where the terminal is too narrow for that. */
export function renderTable(columns: readonly string[], rows: readonly (readonly string[])[], style: TerminalStyle): string {
  const widths = columns.map((column, at) => Math.max(lengthOf(column), ...rows.map((row) => lengthOf(row[at] ?? ''))));
  const before = widths.slice(0, -1).reduce((sum, width) => sum + width + GAP.length, 0);
  const fits = before + (widths.at(-1) ?? 0) <= style.width;
  if (!fits && style.width - before < LEAST_LAST) return renderRecords(columns, rows, style);
  const numeric = columns.map((_, at) => rows.every((row) => /^[\d\s.,%]*$/.test(row[at] ?? '')));
  const line = (cells: readonly string[]) => {
    const padded = columns.map((_, at) => pad(cells[at] ?? '', widths[at] ?? 0, numeric[at] ?? false, at === columns.length - 1));
    const last = padded.at(-1) ?? '';
    return `${padded.slice(0, -1).join('')}${fits ? last : wrapText(last, style.width - before).replaceAll('\n', `\n${' '.repeat(before)}`)}`;
  };
  return [style.paint('dim', line(columns)), ...rows.map(line)].join('\n');
}

function pad(cell: string, width: number, right: boolean, last: boolean): string {
  const space = ' '.repeat(Math.max(0, width - lengthOf(cell)));
  if (right) return `${space}${cell}${last ? '' : GAP}`;
  return last ? cell : `${cell}${space}${GAP}`;
}

function renderRecords(columns: readonly string[], rows: readonly (readonly string[])[], style: TerminalStyle): string {
  const records = rows.map((row) => columns.map((column, at) => wrapText(`${column}: ${row[at] ?? ''}`, style.width, '  ')).join('\n'));
  return records.join('\n\n');
}
