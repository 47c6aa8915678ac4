import { and, gte, lte, sql } from 'drizzle-orm';
import type { Database, Transaction } from './database.ts';
import { answerDays, answerTimes, handOffs } from './schema.ts';
import type { State } from './state.ts';
import type { Measures, Stats } from './stats.ts';
import { courseOf, dayOf, shiftDay } from './stats-course.ts';

/** Before anything was asked. */
const EVER = '2000-01-01';

type Group = { readonly platform: string; readonly language: string };
type Counted = Group & Pick<typeof answerDays.$inferSelect, 'day' | 'answered' | 'unknown' | 'repeated' | 'handed' | 'handedAnswered' | 'good' | 'bad'>;
/** So many answers that took so long. */
type Timed = Group & { readonly micros: number; readonly count: number };
/** Of one platform, of one language, or (both null) of all. */
type Human = { readonly platform: string | null; readonly language: string | null; readonly ms: number };

type Found = { readonly days: readonly Counted[]; readonly times: readonly Timed[]; readonly humans: readonly Human[] };

/**
 * Reads counters only, and so is as fast after a million answers as after a thousand.
 * @param days the last ones, today among them; null: all that there were
 */
export async function readStats(state: State, days: number | null): Promise<Stats> {
  const to = dayOf(state.now());
  const since = days === null ? EVER : shiftDay(to, 1 - days);
  const found = await state.read((database) => readAll(database, since, to));
  const first = found.days.reduce((earliest, { day }) => (day < earliest ? day : earliest), to);
  const from = days === null ? first : since;
  const of = (key: 'platform' | 'language') =>
    namesOf(found, key).map((name) => ({
      name,
      ...measure({
        days: found.days.filter((one) => one[key] === name),
        times: found.times.filter((one) => one[key] === name),
        humans: found.humans.filter((one) => one[key] === name),
      }),
    }));
  const total = measure({ ...found, humans: found.humans.filter(({ platform, language }) => platform === null && language === null) });
  return { from, to, total, platforms: of('platform'), languages: of('language'), course: courseOf(found.days, from, to) };
}

/** All of one moment, so that they agree. */
function readAll(database: Database, from: string, to: string): Promise<Found> {
  return database.transaction(
    async (transaction) => ({
      days: await transaction
        .select()
        .from(answerDays)
        .where(and(gte(answerDays.day, from), lte(answerDays.day, to))),
      times: await readTimes(transaction, from, to),
      humans: await readHumans(transaction, from, to),
    }),
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

function readTimes(transaction: Transaction, from: string, to: string): Promise<Timed[]> {
  const { platform, language, micros, count } = answerTimes;
  return transaction
    .select({ platform, language, micros, count: sql<number>`sum(${count})::integer` })
    .from(answerTimes)
    .where(and(gte(answerTimes.day, from), lte(answerTimes.day, to)))
    .groupBy(platform, language, micros);
}

function readHumans(transaction: Transaction, from: string, to: string): Promise<Human[]> {
  const { platform, language, at, answeredAt } = handOffs;
  const seconds = sql`extract(epoch from ${answeredAt} - ${at})`;
  return transaction
    .select({
      platform: sql<string | null>`${platform}`,
      language: sql<string | null>`${language}`,
      ms: sql<number>`percentile_cont(0.5) within group (order by ${seconds}) * 1000`,
    })
    .from(handOffs)
    .where(and(gte(answeredAt, new Date(from)), sql`${answeredAt} < ${new Date(shiftDay(to, 1)).toISOString()}`))
    .groupBy(sql`grouping sets ((${platform}), (${language}), ())`)
    .having(sql`count(*) > 0`);
}

function namesOf({ days, humans }: Found, key: 'platform' | 'language'): string[] {
  return [...new Set([...days, ...humans].flatMap((one) => one[key] ?? []))].sort();
}

function measure({ days, times, humans }: Found): Measures {
  const sum = (key: 'answered' | 'unknown' | 'handed' | 'handedAnswered' | 'repeated' | 'good' | 'bad') => days.reduce((total, one) => total + one[key], 0);
  const [answered, unknown] = [sum('answered'), sum('unknown')];
  return {
    questions: answered + unknown,
    answered,
    unknown,
    handed: sum('handed'),
    alone: Math.max(0, answered - sum('handedAnswered')),
    repeated: sum('repeated'),
    good: sum('good'),
    bad: sum('bad'),
    answerMs: lowerMedian(times),
    humanMs: humans[0]?.ms ?? null,
  };
}

/** Of two in the middle the smaller one: then it is a time that an answer took. */
function lowerMedian(times: readonly Timed[]): number | null {
  const all = times.reduce((total, { count }) => total + count, 0);
  let passed = 0;
  for (const { micros, count } of times.toSorted((one, other) => one.micros - other.micros)) {
    passed += count;
    if (passed * 2 >= all) return micros / 1_000;
  }
  return null;
}
