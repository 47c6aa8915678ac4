import cliProgress from 'cli-progress';
import type { Job, Report } from './measurement.ts';
import { nameSize, type Plan } from './run-bench.ts';

export type Progress = { tell(job: Job, report: Report): void; stop(): void };

/** A bar on stderr over all the questions of all engines and sizes. */
export function showProgress(plan: Plan): Progress {
  const bar = new cliProgress.SingleBar({ format: '{bar} {percentage}% {what}', stream: process.stderr, clearOnComplete: true, noTTYOutput: false });
  bar.start(plan.engines.length * plan.sizes.length * plan.questions, 0, { what: 'generating facts' });
  return {
    tell: (job, report) =>
      bar.update(countBefore(job, plan) + askedSoFar(job, report), { what: `${job.engine}, ${nameSize(job.size)} facts: ${describe(report)}` }),
    stop: () => bar.stop(),
  };
}

function countBefore(job: Job, plan: Plan): number {
  return (plan.engines.indexOf(job.engine) * plan.sizes.length + plan.sizes.indexOf(job.size)) * plan.questions;
}

function askedSoFar(job: Job, report: Report): number {
  if (report.kind === 'asked') return report.count;
  return report.kind === 'done' ? job.questions : 0;
}

function describe(report: Report): string {
  switch (report.kind) {
    case 'generated':
      return 'building the index';
    case 'built':
      return `built in ${report.seconds.toFixed(1)} s`;
    case 'asked':
      return `asked ${report.count}`;
    case 'done':
      return 'done';
  }
}
