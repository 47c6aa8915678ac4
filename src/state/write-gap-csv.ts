import { stringify } from 'csv-stringify/sync';
import type { GapGroup } from './gap-records.ts';

const COLUMNS = ['question', 'languages', 'platforms', 'reason', 'count', 'first asked', 'last asked', 'status', 'fact', 'found in', 'nearest facts'];

/** For a spreadsheet, which would take what begins with = + - @ for a formula, and run it: an apostrophe keeps it from that. */
export function writeGapCsv(groups: readonly GapGroup[]): string {
  const rows = groups.map((group) => [
    group.questions.map(({ text }) => text).join(' / '),
    group.languages.join(' '),
    group.platforms.join(' '),
    group.reason,
    group.count,
    group.firstAt.toISOString(),
    group.lastAt.toISOString(),
    group.status,
    group.fact,
    group.foundIn,
    group.nearest.join(' '),
  ]);
  return stringify(rows, { header: true, columns: COLUMNS, escape_formulas: true, record_delimiter: 'windows', bom: true });
}
