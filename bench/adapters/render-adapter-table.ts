import type { AdapterOutcome } from './run-adapter-bench.ts';
import { ratio } from './summarise.ts';

const HEAD = [
  ...['platform', 'at once', 'ours /s', 'adapter alone /s', 'echo /s', 'ours ÷ echo', 'adapter ÷ echo'],
  ...['ours p50 ms', 'ours p99 ms', 'echo p50 ms', 'echo p99 ms', 'bot CPU ms: ours', 'adapter', 'echo', 'server CPU ms'],
];

const LEGEND = [
  '- ours: the whole bot on the real data; adapter alone: the same with every answer kept after it was found once; echo: the least app of the same library',
  '- p50, p99: from the event to the first response; CPU: for each answer, of the bot’s process, and of the one with server and askers (beside ours)',
];

/** The outcomes as a Markdown table. */
export function renderAdapterTable(outcomes: readonly AdapterOutcome[]): string {
  const rows = [HEAD, HEAD.map((_, column) => (column === 0 ? '---' : '--:')), ...outcomes.map(toRow)];
  return [...rows.map((row) => `| ${row.join(' | ')} |`), '', ...LEGEND].join('\n');
}

function toRow({ road, concurrency, bots: { ours, known, echo } }: AdapterOutcome): string[] {
  return [
    ...[road, `${concurrency}`, ...[ours, known, echo].map(({ perSecond }) => perSecond.toFixed(0))],
    ...[ratio(ours, echo), ratio(known, echo)].map((share) => `${(100 * share).toFixed(0)} %`),
    ...[ours.p50Ms, ours.p99Ms, echo.p50Ms, echo.p99Ms].map(writeMs),
    ...[ours.botCpuMs, known.botCpuMs, echo.botCpuMs, ours.serverCpuMs].map((ms) => ms.toFixed(2)),
  ];
}

function writeMs(ms: number): string {
  return ms >= 100 ? ms.toFixed(0) : ms.toPrecision(2);
}
