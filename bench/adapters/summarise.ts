import { median, quantile } from './quantile.ts';
import type { Round } from './run-round.ts';

/** One bot's rounds; what is said of a round is the median of all of them. */
export type Summary = {
  readonly answers: number;
  readonly perSecond: number;
  /** For each round, in order. */
  readonly rounds: readonly number[];
  /** Of all answers together. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly botCpuMs: number;
  readonly serverCpuMs: number;
};

export function summarise(rounds: readonly Round[]): Summary {
  const latencies = rounds.flatMap((round) => round.latencies);
  const perSecond = rounds.map(({ answers, seconds }) => answers / seconds);
  return {
    answers: latencies.length,
    perSecond: median(perSecond),
    rounds: perSecond,
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    botCpuMs: median(rounds.map(({ botCpuMs }) => botCpuMs)),
    serverCpuMs: median(rounds.map(({ serverCpuMs }) => serverCpuMs)),
  };
}

/** The median of what each round comes to beside the echo bot's round next to it. */
export function ratio(ours: Summary, echo: Summary): number {
  return median(ours.rounds.map((perSecond, round) => perSecond / (echo.rounds[round] ?? Number.NaN)));
}
