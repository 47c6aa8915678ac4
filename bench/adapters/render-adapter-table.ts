import type { AdapterOutcome } from './run-adapter-bench.ts';
import { ratio } from './summarise.ts';

const HEAD = [
  ...['platform', 'at once', 'new /s', 'repeated /s', 'echo /s', 'new ÷ echo', 'repeated ÷ echo'],
  ...['new p50 ms', 'new p99 ms', 'repeated p50 ms', 'repeated p99 ms', 'echo p50 ms', 'echo p99 ms'],
  ...['bot CPU ms: new', 'repeated', 'echo', 'server CPU ms'],
];

const LEGEND = [
  '- new: our bot, each question one that it never heard; repeated: a few dozen questions over and over; echo: the least app of the same library',
  '- p50, p99: from the event to the first response; CPU: for each answer, of the bot’s process, and of the one with server and askers (beside new)',
];

/** The outcomes as a Markdown table. */
export function renderAdapterTable(outcomes: readonly AdapterOutcome[]): string {
  const rows = [HEAD, HEAD.map((_, column) => (column === 0 ? '---' : '--:')), ...outcomes.map(toRow)];
  return [...rows.map((row) => `| ${row.join(' | ')} |`), '', ...LEGEND].join('\n');
}

function toRow({ road, concurrency, turns: { new: fresh, repeated, echo } }: AdapterOutcome): string[] {
  return [
    ...[road, `${concurrency}`, ...[fresh, repeated, echo].map(({ perSecond }) => perSecond.toFixed(0))],
    ...[ratio(fresh, echo), ratio(repeated, echo)].map((share) => `${(100 * share).toFixed(0)} %`),
    ...[fresh, repeated, echo].flatMap(({ p50Ms, p99Ms }) => [p50Ms, p99Ms]).map(writeMs),
    ...[fresh.botCpuMs, repeated.botCpuMs, echo.botCpuMs, fresh.serverCpuMs].map((ms) => ms.toFixed(2)),
  ];
}

function writeMs(ms: number): string {
  return ms >= 100 ? ms.toFixed(0) : ms.toPrecision(2);
}
