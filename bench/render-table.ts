import { cpus } from 'node:os';
import type { Outcome } from './measurement.ts';
import { nameSize } from './run-bench.ts';

const HEAD = ['engine', 'facts', 'right first', 'median ms', 'p99 ms', 'build s', 'index MB', 'questions'];

/** The outcomes as a Markdown table. */
export function renderTable(outcomes: readonly Outcome[]): string {
  const rows = [HEAD, HEAD.map((_, column) => (column === 0 ? '---' : '--:')), ...outcomes.map(toRow)];
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function toRow(outcome: Outcome): string[] {
  const name = [outcome.engine, nameSize(outcome.size)];
  if (outcome.kind === 'skipped') return [...name, `skipped: ${outcome.reason}`, '', '', '', '', ''];
  const { right, asked, medianMs, p99Ms, buildSeconds, megabytes } = outcome.measurement;
  return [...name, `${((100 * right) / asked).toFixed(1)} %`, writeMs(medianMs), writeMs(p99Ms), buildSeconds.toFixed(2), megabytes.toFixed(0), `${asked}`];
}

function writeMs(ms: number): string {
  return ms >= 100 ? ms.toFixed(0) : ms.toPrecision(2);
}

/** On what it was measured. */
export function describeMachine(): string {
  const all = cpus();
  return `${all[0]?.model.trim() ?? 'unknown processor'}, ${all.length} cores, Node ${process.version}`;
}
