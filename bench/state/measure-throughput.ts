import { openArena } from '../adapters/open-arena.ts';
import { realQuestions, varyCase } from '../adapters/real-questions.ts';
import { type Round, runRound } from '../adapters/run-round.ts';
import { ratio, type Summary, summarise } from '../adapters/summarise.ts';

export type ThroughputPlan = {
  /** A name for each, and where it keeps what it remembers; null: it remembers nothing. The first is what the others are measured by. */
  readonly memories: readonly (readonly [string, string | null])[];
  readonly concurrency: number;
  readonly seconds: number;
  readonly rounds: number;
};

export type Throughput = { readonly name: string; readonly summary: Summary; readonly ratio: number };

const WARM_UP_SECONDS = 3;

/** The same bot with and without what it remembers, in turns, each asked questions that it never heard, by slash commands on Discord. */
export async function measureThroughput({ memories, concurrency, seconds, rounds }: ThroughputPlan, tell: (progress: string) => void): Promise<Throughput[]> {
  const arenas = await Promise.all(memories.map(([, memory]) => openArena('discord', 'ours', [], memory)));
  const questions = realQuestions();
  const question = (number: number) => varyCase(questions[number % questions.length] ?? '', 1 + Math.floor(number / questions.length));
  const measured: Round[][] = memories.map(() => []);
  const asked = memories.map(() => 0);
  try {
    for (let round = 0; round <= rounds; round++) {
      // Whoever comes first in one round comes last in the next.
      const order = [...arenas.keys()];
      for (const at of round % 2 === 0 ? order : order.toReversed()) {
        const arena = arenas[at];
        if (arena === undefined) continue;
        tell(`${round === 0 ? 'warming up' : `round ${round} of ${rounds}`}: ${memories[at]?.[0]}`);
        const done = await runRound(arena, { concurrency, seconds: round === 0 ? WARM_UP_SECONDS : seconds, question }, asked[at] ?? 0);
        asked[at] = (asked[at] ?? 0) + done.answers;
        if (round > 0) measured[at]?.push(done);
      }
    }
    const problems = arenas.flatMap((arena) => arena.problems());
    if (problems.length > 0) throw new Error([...new Set(problems)].slice(0, 5).join('; '));
  } finally {
    await Promise.all(arenas.map((arena) => arena.stop()));
  }
  const summaries = measured.map(summarise);
  return memories.map(([name], at) => {
    const summary = summaries[at] ?? summarise([]);
    return { name, summary, ratio: ratio(summary, summaries[0] ?? summary) };
  });
}
