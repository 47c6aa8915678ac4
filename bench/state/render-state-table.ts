import type { StateOutcome } from './run-state-bench.ts';

/** Markdown. */
export function renderStateTable({ throughput, starts, queries }: StateOutcome): string {
  const head = (...cells: string[]) => [row(cells), row(cells.map(() => '---'))];
  return [
    ...head('remembers', 'answers a second', 'beside nothing', 'p50', 'p99', 'CPU an answer'),
    ...throughput.map(({ name, summary, ratio }) =>
      row([name, summary.perSecond.toFixed(0), `${(ratio * 100).toFixed(0)} %`, inMs(summary.p50Ms), inMs(summary.p99Ms), inMs(summary.botCpuMs)]),
    ),
    '',
    ...head('start with PGlite', 'answers after', 'remembers after'),
    ...starts.map(({ rows, times }) => row([rows === 0 ? 'a new folder' : `${rows} rows in each table`, inMs(times.answers), inMs(times.remembers)])),
    '',
    ...head('database', 'command', 'p50', 'p99', 'longest'),
    ...queries.flatMap(({ database, times }) => times.map(({ command, p50, p99, most }) => row([database, command, inMs(p50), inMs(p99), inMs(most)]))),
  ].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function inMs(ms: number): string {
  return `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;
}
