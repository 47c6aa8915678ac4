import type { BotKind, Road } from './bot-job.ts';
import { openArena } from './open-arena.ts';
import { realQuestions, varyCase } from './real-questions.ts';
import { type Round, runRound } from './run-round.ts';
import { type Summary, summarise } from './summarise.ts';

/** Before the measuring: compilers warm up, caches fill. */
const WARM_UP_SECONDS = 2;
/** Our bot finds an answer once and keeps it, so it takes part twice: with questions that it never heard, and with a few dozen over and over. */
const TURNS = ['new', 'repeated', 'echo'] as const;
type Turn = (typeof TURNS)[number];

export type AdapterPlan = {
  readonly roads: readonly Road[];
  readonly concurrencies: readonly number[];
  /** Of each round. */
  readonly seconds: number;
  readonly rounds: number;
};

export type AdapterOutcome = { readonly road: Road; readonly concurrency: number; readonly turns: Readonly<Record<Turn, Summary>> };

/** The bots take turns, so that whatever else the machine does meanwhile strikes all of them. */
export async function runAdapterBench(plan: AdapterPlan, tell: (progress: string) => void): Promise<AdapterOutcome[]> {
  const outcomes: AdapterOutcome[] = [];
  for (const road of plan.roads) {
    for (const concurrency of plan.concurrencies) outcomes.push({ road, concurrency, turns: await compare(road, concurrency, plan, tell) });
  }
  return outcomes;
}

async function compare(road: Road, concurrency: number, { seconds, rounds }: AdapterPlan, tell: (progress: string) => void): Promise<AdapterOutcome['turns']> {
  const [ours, echo] = await Promise.all((['ours', 'echo'] satisfies BotKind[]).map((kind) => openArena(road, kind)));
  if (ours === undefined || echo === undefined) throw new Error('a bot is missing');
  const arenas = { new: ours, repeated: ours, echo };
  const question = chooseQuestions();
  const measured: Record<Turn, Round[]> = { new: [], repeated: [], echo: [] };
  let asked = 0;
  try {
    for (let round = 0; round <= rounds; round += 1) {
      for (const turn of TURNS) {
        tell(`${road}, ${concurrency} at once, ${round === 0 ? 'warming up' : `round ${round} of ${rounds}`}: ${turn}`);
        const plan = { concurrency, seconds: round === 0 ? WARM_UP_SECONDS : seconds, question: question[turn] };
        const done = await runRound(arenas[turn], plan, asked);
        asked += done.answers;
        if (round > 0) measured[turn].push(done);
      }
    }
    const problems = [ours, echo].flatMap((arena) => arena.problems());
    if (problems.length > 0) throw new Error(`${road}, ${concurrency} at once: ${[...new Set(problems)].slice(0, 5).join('; ')}`);
  } finally {
    await Promise.all([ours.stop(), echo.stop()]);
  }
  return { new: summarise(measured.new), repeated: summarise(measured.repeated), echo: summarise(measured.echo) };
}

function chooseQuestions(): Record<Turn, (number: number) => string> {
  const questions = realQuestions();
  const repeated = (number: number) => questions[number % questions.length] ?? '';
  const fresh = (number: number) => varyCase(repeated(number), 1 + Math.floor(number / questions.length));
  return { new: fresh, repeated, echo: repeated };
}
