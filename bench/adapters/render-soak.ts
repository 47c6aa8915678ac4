import { memoryTrend } from './memory-trend.ts';
import type { SoakOutcome } from './run-soak.ts';

/** The most that the last quarter's mean may lie above the second's. */
const MOST_GROWTH = 0.05;

/** What went wrong; empty after a good soak. */
export function faultsOf({ unanswered, answeredAgain, unasked, problems, memory, events }: SoakOutcome): string[] {
  const { growth } = memoryTrend(memory, events, 'heapMb');
  return [
    ...(unanswered > 0 ? [`${unanswered} events were not answered`] : []),
    ...(answeredAgain > 0 ? [`${answeredAgain} events were answered more than once`] : []),
    ...(unasked > 0 ? [`${unasked} answers were to nothing`] : []),
    ...(problems.length > 0 ? [`${problems.length} problems, as: ${[...new Set(problems)].slice(0, 5).join('; ')}`] : []),
    ...(growth > MOST_GROWTH ? [`the heap grew by ${writeShare(growth)} from the second quarter to the last`] : []),
  ];
}

/** A soak as a Markdown table of one row for each figure. */
export function renderSoak(outcome: SoakOutcome): string {
  const { platform, events, seconds, answeredOnce, unanswered, answeredAgain, unasked, duplicates, rateLimits, drops, connections, problems } = outcome;
  const rows: [string, string][] = [
    ['events', `${events} in ${seconds.toFixed(0)} s`],
    ['sent twice', `${duplicates}`],
    ['answers refused with 429', `${rateLimits}`],
    ['connections dropped; connections in all', `${drops}; ${connections}`],
    ['answered exactly once', `${answeredOnce}`],
    ['not answered', `${unanswered}`],
    ['answered more than once', `${answeredAgain}`],
    ['answers to nothing', `${unasked}`],
    ['refused by the limits, the API’s description or as a ping', `${problems.length}`],
    ['heap after a collection, second quarter → last', writeTrend(outcome, 'heapMb')],
    ['resident memory, second quarter → last', writeTrend(outcome, 'rssMb')],
  ];
  return [`| ${platform} | |`, '| --- | --- |', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
}

function writeTrend({ memory, events }: SoakOutcome, what: 'heapMb' | 'rssMb'): string {
  const { second, last, growth } = memoryTrend(memory, events, what);
  return `${second.toFixed(1)} → ${last.toFixed(1)} MB (${writeShare(growth)})`;
}

function writeShare(share: number): string {
  return `${share >= 0 ? '+' : '−'}${Math.abs(100 * share).toFixed(1)} %`;
}
