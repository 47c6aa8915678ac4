import type { types } from '@slack/bolt';
import { cleanLine } from './clean-text.ts';
import { type Piece, piece } from './piece.ts';
import { richText, section, words } from './rich-text.ts';
import { SLACK_LIMITS } from './slack-limits.ts';

type Row = readonly string[];

/** Slack refuses empty cells. */
const EMPTY = '\u00a0';
const GAP = '  ';

/** A native table, or several where it is too long for one; aligned text where it is too wide, or where the message has one already. */
export function renderTable(columns: Row, rows: readonly Row[]): Piece[] {
  const header = columns.map(cleanLine);
  const cleaned = rows.map((row) => columns.map((_, at) => cleanLine(row[at] ?? '')));
  const parts = chunkRows(header, cleaned);
  return parts.map((part) => {
    const instead = renderAligned(header, part);
    return columns.length > SLACK_LIMITS.tableColumns || columns.length === 0 ? instead : { ...nativeTable(header, part), instead: [instead] };
  });
}

function nativeTable(header: Row, rows: readonly Row[]): Piece {
  const cells = rows.map((row) => row.map((cell) => ({ type: 'raw_text' as const, text: cell === '' ? EMPTY : cell })));
  const titles = header.map((title) => richText(section(title === '' ? EMPTY : title, true)));
  const settings = header.map((_, at) => (isNumeric(rows, at) ? { align: 'right' as const } : { is_wrapped: true }));
  const table: types.TableBlock = { type: 'table', rows: [titles, ...cells], column_settings: settings };
  return piece([table], asText(header, rows));
}

function renderAligned(header: Row, rows: readonly Row[]): Piece {
  const widths = header.map((title, at) => Math.max(...[title, ...rows.map((row) => row[at] ?? '')].map((cell) => [...cell].length)));
  const right = header.map((_, at) => isNumeric(rows, at));
  const lines = [header, ...rows].map((row) =>
    row
      .map((cell, at) => pad(cell, widths[at] ?? 0, right[at] ?? false))
      .join(GAP)
      .trimEnd(),
  );
  return piece([richText({ type: 'rich_text_preformatted', elements: words(lines.join('\n') || EMPTY) })], asText(header, rows));
}

function asText(header: Row, rows: readonly Row[]): string {
  return [header, ...rows].map((row) => row.join(' | ')).join('\n');
}

function pad(cell: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - [...cell].length));
  return right ? `${space}${cell}` : `${cell}${space}`;
}

function isNumeric(rows: readonly Row[], column: number): boolean {
  return rows.length > 0 && rows.every((row) => /^[\d\s.,%–-]*$/u.test(row[column] ?? ''));
}

/** As many rows together as a table takes, its header counted each time. */
function chunkRows(header: Row, rows: readonly Row[]): (readonly Row[])[] {
  const lengthOf = (row: Row) => row.reduce((sum, cell) => sum + Math.max(1, cell.length), 0);
  const chunks: Row[][] = [[]];
  let size = lengthOf(header);
  for (const row of rows) {
    const length = lengthOf(row);
    const last = chunks.at(-1) ?? [];
    if (last.length > 0 && (last.length + 1 >= SLACK_LIMITS.tableRows || size + length > SLACK_LIMITS.tableText)) {
      chunks.push([row]);
      size = lengthOf(header) + length;
    } else {
      last.push(row);
      size += length;
    }
  }
  return chunks;
}
