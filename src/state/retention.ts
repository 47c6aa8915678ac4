import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { describeError, type Log } from '../log.ts';
import { answers, answerTimes, feedback, forgotten, handOffs, unanswered } from './schema.ts';
import type { State } from './state.ts';

const DAY_MS = 86_400_000;
const FIRST_AFTER_MS = 60_000;
const AGAIN_AFTER_FAILURE_MS = 600_000;
/** Small, so that nobody who asks waits for it. */
const BATCH = 1_000;
const PAUSE_MS = 50;
/** Longer than the longest period that is shown by days. */
const DAYS_APART = 92;
/** Done before, unless the bot has not run for a while. */
const MONTHS_FOLDED = 24;
/** Nothing waits in any process for so long. */
const FORGOTTEN_MS = 7 * DAY_MS;

/** How many rows were deleted, or lost what somebody wrote. */
export type Dropped = { readonly answers: number; readonly feedback: number; readonly unanswered: number; readonly handOffs: number };

/** Once a day, and soon after the start. Processes that share a database may do it at the same time. @returns ends it */
export function startRetention(state: State, retentionDays: number, log: Log): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  const keep = async () => {
    for (let wait = FIRST_AFTER_MS; ; ) {
      await delay(wait, undefined, { signal, ref: false });
      wait = await dropOld(state, retentionDays, signal).then(
        (dropped) => {
          log.info({ ...dropped, days: retentionDays }, 'what was kept for long enough is dropped');
          return DAY_MS;
        },
        (error: unknown) => {
          log.warn({ error: describeError(error) }, 'what was kept for long enough could not be dropped; it is tried again');
          return AGAIN_AFTER_FAILURE_MS;
        },
      );
    }
  };
  // It ends by being aborted only.
  keep().catch(() => {});
  return () => stopping.abort();
}

/**
 * Drops what people wrote longer ago than that. What was counted stays.
 * @param retentionDays a day is 24 hours
 */
export async function dropOld(state: State, retentionDays: number, signal?: AbortSignal): Promise<Dropped> {
  const before = (ms: number) => sql`${new Date(state.now().getTime() - ms).toISOString()}::timestamptz`;
  const old = before(retentionDays * DAY_MS);
  const inBatches = (batch: ReturnType<typeof sql>) => repeat(batch, state, signal);
  const dropped = {
    answers: await inBatches(sql`delete from ${answers} where id in (
      select id from ${answers} where at < ${old} order by at limit ${BATCH} for update skip locked)`),
    feedback: await inBatches(sql`update ${feedback} set question = null, remark = null where ctid = any(array(
      select ctid from ${feedback} where at < ${old} and (question is not null or remark is not null) order by at limit ${BATCH} for update skip locked))`),
    unanswered: await inBatches(sql`update ${unanswered} set question = null where key in (
      select key from ${unanswered} where last_at < ${old} and question is not null order by last_at limit ${BATCH} for update skip locked)`),
    handOffs: await inBatches(sql`update ${handOffs} set question = null, found = null, response = null, link = null, editor_name = null where id in (
      select id from ${handOffs} where at < ${old} and question is not null order by at limit ${BATCH} for update skip locked)`),
  };
  await foldTimes(state);
  // Written after their question had gone.
  await inBatches(sql`update ${handOffs} set response = null, editor_name = null where id in (
    select id from ${handOffs} where at < ${old} and response is not null limit ${BATCH} for update skip locked)`);
  await state.read((database) => database.execute(sql`delete from ${forgotten} where at < ${before(FORGOTTEN_MS)}`));
  // A server does so by itself.
  if (state.url === null) await state.read((database) => database.execute(sql`analyze`));
  return dropped;
}

/** How long answers took is counted by month where that is long ago: a year of days is much to add up, each time that somebody asks. */
async function foldTimes(state: State): Promise<void> {
  const today = state.now().toISOString().slice(0, 10);
  for (let month = 0; month < MONTHS_FOLDED; month++) {
    const first = sql`(date_trunc('month', ${today}::date - ${DAYS_APART}::integer) - make_interval(months => ${month + 1}))::date`;
    await state.read((database) =>
      database.execute(sql`
        with old as (
          delete from ${answerTimes} where day > ${first} and day < (${first} + interval '1 month')::date returning *
        )
        insert into ${answerTimes} as times (day, platform, language, micros, count)
        select ${first}, platform, language, micros, sum(count) from old group by platform, language, micros order by platform, language, micros
        on conflict (day, platform, language, micros) do update set count = times.count + excluded.count`),
    );
  }
}

async function repeat(batch: ReturnType<typeof sql>, state: State, signal?: AbortSignal): Promise<number> {
  for (let all = 0; ; ) {
    const { rowCount } = await state.read((database) => database.execute(batch));
    all += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH || signal?.aborted) return all;
    await delay(PAUSE_MS, undefined, { ref: false });
  }
}
