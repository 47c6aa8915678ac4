import { setTimeout as delay } from 'node:timers/promises';
import type { MemorySample } from './memory-trend.ts';
import { openDiscordSoak } from './open-discord-soak.ts';
import { openSlackSoak } from './open-slack-soak.ts';
import { planEvents } from './plan-event.ts';
import { realQuestions } from './real-questions.ts';
import type { SoakField } from './soak-field.ts';
import type { SoakPlan } from './soak-plan.ts';

export type SoakOutcome = SoakPlan & {
  readonly answeredOnce: number;
  readonly unanswered: number;
  /** What they were. */
  readonly missing: readonly string[];
  readonly answeredAgain: number;
  readonly unasked: number;
  readonly duplicates: number;
  readonly drops: number;
  readonly connections: number;
  readonly rateLimits: number;
  readonly problems: readonly string[];
  readonly seconds: number;
  readonly memory: readonly MemorySample[];
};

/** More than that wait for an answer only where the platform told the bot to wait. */
const MOST_UNDER_WAY = 150;
const SAMPLES = 100;
/** For the last answers; and for answers that there should not be. */
const PATIENCE_MS = 90_000;
const AFTERWARDS_MS = 3_000;

export async function runSoak(plan: SoakPlan, tell: (progress: string) => void): Promise<SoakOutcome> {
  const field = await (plan.platform === 'slack' ? openSlackSoak() : openDiscordSoak());
  try {
    return await soak(field, plan, tell);
  } finally {
    await field.stop();
  }
}

async function soak(field: SoakField, plan: SoakPlan, tell: (progress: string) => void): Promise<SoakOutcome> {
  const events = planEvents(plan.events);
  const questions = realQuestions();
  const memory: MemorySample[] = [];
  const sampleEvery = Math.max(1, Math.floor(plan.events / SAMPLES));
  const started = performance.now();
  for (const event of events) {
    if (event.dropBefore) await field.drop();
    await field.send(event, questions[event.number % questions.length] ?? '');
    const sent = event.number + 1;
    if (sent % sampleEvery === 0) {
      const { heapMb, rssMb } = await field.bot.usage({ collect: true });
      memory.push({ events: sent, heapMb, rssMb });
      tell(
        `${((performance.now() - started) / 1_000).toFixed(0)} s, ${plan.platform}: ${sent} of ${plan.events} sent, ${field.underWay()} under way, heap ${heapMb.toFixed(1)} MB, RSS ${rssMb.toFixed(0)} MB`,
      );
    }
    await keepPace(field, started + (sent * 1_000) / plan.perSecond);
  }
  await waitUntil(() => field.underWay() === 0, PATIENCE_MS);
  await delay(AFTERWARDS_MS);
  field.underWay();
  const { tally } = field;
  const { unanswered, answeredAgain, unasked, answered } = tally;
  return {
    ...plan,
    ...{ answeredOnce: answered - answeredAgain, unanswered, missing: tally.missing(), answeredAgain, unasked },
    duplicates: events.filter(({ twice }) => twice).length,
    drops: events.filter(({ dropBefore }) => dropBefore).length,
    ...field.met(),
    problems: field.problems(),
    seconds: (performance.now() - started) / 1_000,
    memory,
  };
}

async function keepPace(field: SoakField, due: number): Promise<void> {
  const early = due - performance.now();
  if (early > 1) await delay(early);
  await waitUntil(() => field.underWay() < MOST_UNDER_WAY, PATIENCE_MS);
}

/** Goes on after that time, whatever is still missing. */
async function waitUntil(holds: () => boolean, withinMs: number): Promise<void> {
  const end = performance.now() + withinMs;
  while (!holds() && performance.now() < end) await delay(20);
}
