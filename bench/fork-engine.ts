import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { type Job, type Measurement, type Report, reportSchema } from './measurement.ts';

/** A slow engine may overrun by its last question. */
const GRACE = 1.25;
/** For starting up and generating the facts, which is not measured. */
const SECONDS_TO_GENERATE = 120;
const LEAST_ASKED = 10;
const EXEC = ['--expose-gc', '--max-old-space-size=12000'];

export type Forked = { readonly kind: 'measured'; readonly measurement: Measurement } | { readonly kind: 'skipped'; readonly reason: string };

/** Measures one engine in a process of its own, which is stopped where it overruns the deadline. */
export function forkEngine(job: Job, tell: (report: Report) => void): Promise<Forked> {
  return new Promise((resolve) => {
    const child = fork(join(import.meta.dirname, 'engine-process.ts'), [JSON.stringify(job)], {
      execArgv: EXEC,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let outcome: Forked = { kind: 'skipped', reason: 'its process ended early, out of memory as a rule' };
    const giveUp = () => {
      outcome = tooSlow(job);
    };
    let timer = stopAfter(child, SECONDS_TO_GENERATE, giveUp);
    child.on('message', (message) => {
      const report = reportSchema.parse(message);
      if (report.kind === 'generated') {
        clearTimeout(timer);
        timer = stopAfter(child, job.deadlineSeconds * GRACE, giveUp);
      }
      if (report.kind === 'done') outcome = judge(report.measurement, job);
      tell(report);
    });
    child.on('error', (error) => {
      outcome = { kind: 'skipped', reason: error.message };
    });
    child.on('exit', () => {
      clearTimeout(timer);
      resolve(outcome);
    });
  });
}

function stopAfter(child: ChildProcess, seconds: number, before: () => void): NodeJS.Timeout {
  return setTimeout(() => {
    before();
    child.kill('SIGKILL');
  }, seconds * 1_000);
}

function judge(measurement: Measurement, job: Job): Forked {
  return measurement.asked < Math.min(LEAST_ASKED, job.questions) ? tooSlow(job) : { kind: 'measured', measurement };
}

function tooSlow(job: Job): Forked {
  return { kind: 'skipped', reason: `over ${job.deadlineSeconds} s` };
}
