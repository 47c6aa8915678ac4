import type { FactBase } from '../src/facts/fact-base.ts';
import { quantile } from './adapters/quantile.ts';
import type { Engine, Search } from './engines/engine.ts';
import type { BenchQuestion } from './generate-questions.ts';
import type { Measurement, Report } from './measurement.ts';

const REPORT_EVERY = 10;
const WARM_UP = 20;

/** Builds the index and asks until the questions or the time run out. Needs node's --expose-gc. */
export async function measureEngine(
  engine: Engine,
  base: FactBase,
  questions: readonly BenchQuestion[],
  deadlineSeconds: number,
  tell: (report: Report) => void,
): Promise<Measurement> {
  const before = megabytesInUse();
  const started = performance.now();
  const search = await engine.build(base);
  const buildSeconds = (performance.now() - started) / 1_000;
  const megabytes = Math.max(0, megabytesInUse() - before);
  tell({ kind: 'built', seconds: buildSeconds });
  const answers = await askAll(search, questions, started + deadlineSeconds * 1_000, tell);
  const times = answers.map(({ ms }) => ms);
  return {
    asked: answers.length,
    right: answers.filter(({ right }) => right).length,
    buildSeconds,
    megabytes,
    medianMs: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
  };
}

type Answer = { readonly right: boolean; readonly ms: number };

/** The compiler's warm-up is not timed, but ends where it would take a slow engine's whole time. */
async function askAll(search: Search, questions: readonly BenchQuestion[], end: number, tell: (report: Report) => void): Promise<Answer[]> {
  const warmUpEnd = performance.now() + (end - performance.now()) / 10;
  for (const { text } of questions.slice(-WARM_UP)) if (performance.now() < warmUpEnd) await search(text);
  const answers: Answer[] = [];
  for (const question of questions) {
    if (performance.now() > end) break;
    answers.push(await ask(search, question));
    if (answers.length % REPORT_EVERY === 0) tell({ kind: 'asked', count: answers.length });
  }
  return answers;
}

async function ask(search: Search, question: BenchQuestion): Promise<Answer> {
  const started = performance.now();
  const id = await search(question.text);
  return { ms: performance.now() - started, right: id === question.fact };
}

/** `external` holds the array buffers already. */
function megabytesInUse(): number {
  if (globalThis.gc === undefined) throw new Error('memory cannot be measured: run node with --expose-gc');
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}
