import type { Arena } from './arena.ts';

/** So many that nobody asks 20 questions a minute. */
const PEOPLE = 10_000;

/** What came of one bot's turn. */
export type Round = {
  readonly answers: number;
  readonly seconds: number;
  /** From the event to the first response, one for each answer. */
  readonly latencies: readonly number[];
  /** Of the bot's process, for each answer. */
  readonly botCpuMs: number;
  /** Of the process with the server and whoever asks, for each answer. */
  readonly serverCpuMs: number;
};

export type RoundPlan = {
  readonly concurrency: number;
  readonly seconds: number;
  /** The question of that number. */
  readonly question: (number: number) => string;
};

/** Keeps as many questions under way until the time is over. @param first number of the first question, so that those of each round are others */
export async function runRound({ bot, ask, prepare }: Arena, { concurrency, seconds, question }: RoundPlan, first = 0): Promise<Round> {
  await prepare(concurrency);
  const before = await bot.usage();
  const own = process.cpuUsage();
  const started = performance.now();
  const end = started + seconds * 1_000;
  const latencies: number[] = [];
  let next = first;
  const askOn = async () => {
    while (performance.now() < end) {
      const number = next;
      next += 1;
      latencies.push(await ask(question(number), number % PEOPLE));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, askOn));
  const took = (performance.now() - started) / 1_000;
  const { user, system } = process.cpuUsage(own);
  const after = await bot.usage();
  const answers = latencies.length;
  return { answers, seconds: took, latencies, botCpuMs: (after.cpuMs - before.cpuMs) / answers, serverCpuMs: (user + system) / 1_000 / answers };
}
