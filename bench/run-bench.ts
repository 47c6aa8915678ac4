import { forkEngine } from './fork-engine.ts';
import type { Job, Outcome, Report } from './measurement.ts';

export type Plan = {
  readonly engines: readonly string[];
  readonly sizes: readonly number[];
  readonly questions: number;
  readonly seed: number;
  readonly deadlineSeconds: number;
};

/** One engine after the other, small sizes first; an engine that was too slow at one size is not tried at a larger one. */
export async function runBench(plan: Plan, tell: (job: Job, report: Report) => void): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const engine of plan.engines) {
    let tooSlowAt: number | null = null;
    for (const size of plan.sizes.toSorted((left, right) => left - right)) {
      const job = { engine, size, questions: plan.questions, seed: plan.seed, deadlineSeconds: plan.deadlineSeconds };
      const forked: Awaited<ReturnType<typeof forkEngine>> =
        tooSlowAt === null ? await forkEngine(job, (report) => tell(job, report)) : { kind: 'skipped', reason: `too slow at ${nameSize(tooSlowAt)} already` };
      if (forked.kind === 'skipped') tooSlowAt ??= size;
      outcomes.push({ engine, size, ...forked });
    }
  }
  return outcomes;
}

/** 10000 → "10k". */
export function nameSize(size: number): string {
  if (size >= 1_000_000 && size % 1_000_000 === 0) return `${size / 1_000_000}M`;
  return size >= 1_000 && size % 1_000 === 0 ? `${size / 1_000}k` : `${size}`;
}

/** "10k" → 10000. */
export function readSize(text: string): number {
  const [, digits, unit] = /^(\d+)([kM]?)$/.exec(text.trim()) ?? [];
  if (digits === undefined) throw new RangeError(`${text} is no size: write for example 1k, 10k, 100k or 1M`);
  return Number(digits) * (unit === 'M' ? 1_000_000 : unit === 'k' ? 1_000 : 1);
}
