import { BOT_KINDS, type BotKind, type Road } from './bot-job.ts';
import { openArena } from './open-arena.ts';
import { realQuestions } from './real-questions.ts';
import { type Round, runRound } from './run-round.ts';
import { type Summary, summarise } from './summarise.ts';

/** Of one round, before the measuring: compilers warm up, caches fill. */
const WARM_UP_SECONDS = 1.5;

export type AdapterPlan = {
  readonly roads: readonly Road[];
  readonly concurrencies: readonly number[];
  /** Of each round. */
  readonly seconds: number;
  readonly rounds: number;
};

export type AdapterOutcome = { readonly road: Road; readonly concurrency: number; readonly bots: Readonly<Record<BotKind, Summary>> };

/** The bots take turns, so that whatever else the machine does meanwhile strikes all of them. */
export async function runAdapterBench(plan: AdapterPlan, tell: (progress: string) => void): Promise<AdapterOutcome[]> {
  const outcomes: AdapterOutcome[] = [];
  for (const road of plan.roads) {
    for (const concurrency of plan.concurrencies) outcomes.push({ road, concurrency, bots: await compare(road, concurrency, plan, tell) });
  }
  return outcomes;
}

async function compare(road: Road, concurrency: number, { seconds, rounds }: AdapterPlan, tell: (progress: string) => void): Promise<AdapterOutcome['bots']> {
  const questions = realQuestions();
  const arenas = await Promise.all(BOT_KINDS.map(async (kind) => ({ kind, arena: await openArena(road, kind) })));
  const measured: Record<BotKind, Round[]> = { ours: [], known: [], echo: [] };
  try {
    for (const { arena } of arenas) await runRound(arena, { concurrency, seconds: WARM_UP_SECONDS, questions });
    let asked = 0;
    for (let round = 1; round <= rounds; round += 1) {
      for (const { kind, arena } of arenas) {
        tell(`${road}, ${concurrency} at once, round ${round} of ${rounds}: ${kind}`);
        const done = await runRound(arena, { concurrency, seconds, questions }, asked);
        measured[kind].push(done);
        asked += done.answers;
      }
    }
    const problems = arenas.flatMap(({ kind, arena }) => arena.problems().map((problem) => `${kind}: ${problem}`));
    if (problems.length > 0) throw new Error(`${road}, ${concurrency} at once: ${[...new Set(problems)].slice(0, 5).join('; ')}`);
  } finally {
    await Promise.all(arenas.map(({ arena }) => arena.stop()));
  }
  return { ours: summarise(measured.ours), known: summarise(measured.known), echo: summarise(measured.echo) };
}
