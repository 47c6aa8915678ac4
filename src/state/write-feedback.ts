import { sql } from 'drizzle-orm';
import type { Transaction } from './database.ts';
import type { FeedbackRow } from './feedback-row.ts';
import { answerDays, factVotes, feedback } from './schema.ts';

/**
 * Keeps what people think, the last word of each on each answer, and counts it, by day and by fact. One statement: what was counted before
 * is taken back where somebody changes their mind, and what is written twice is counted once. Rows are taken in the order of their keys.
 */
export async function writeFeedback(transaction: Transaction, rows: readonly FeedbackRow[]): Promise<void> {
  await transaction.execute(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(lastWords(rows))}::jsonb) as given(
        answer uuid, person text, at timestamptz, good boolean, reason text, remark text, platform text, language text,
        question text, facts text[], version text
      )
    ), before as (
      select known.* from given join ${feedback} as known using (answer, person)
    ), written as (
      insert into ${feedback} as known (answer, person, at, good, reason, remark, platform, language, question, facts, version)
      select answer, person, at, good, reason, remark, platform, language, question, facts, version from given order by answer, person
      on conflict (answer, person) do update set
        at = excluded.at,
        good = excluded.good,
        reason = case when excluded.good then null else coalesce(excluded.reason, known.reason) end,
        remark = case when excluded.good then null when excluded.reason is null then known.remark else excluded.remark end
      where known.at <= excluded.at
      returning answer, person, at, good, platform, language, facts
    ), votes as (
      select at, platform, language, facts, good::integer as good, (not good)::integer as bad from written
      union all
      select before.at, before.platform, before.language, before.facts, -before.good::integer, -(not before.good)::integer
      from before join written using (answer, person)
    ), days as (
      insert into ${answerDays} as days (day, platform, language, good, bad)
      select (at at time zone 'utc')::date as day, platform, language, sum(good), sum(bad) from votes
      group by day, platform, language having sum(good) <> 0 or sum(bad) <> 0 order by day, platform, language
      on conflict (day, platform, language) do update set
        good = greatest(0, days.good + excluded.good), bad = greatest(0, days.bad + excluded.bad)
    )
    insert into ${factVotes} as facts (fact, good, bad, last_bad_at)
    select fact, sum(good), sum(bad), max(at) filter (where bad > 0)
    from votes, lateral (select distinct unnest(votes.facts) as fact) as each
    group by fact having sum(good) <> 0 or sum(bad) <> 0 order by fact
    on conflict (fact) do update set
      good = greatest(0, facts.good + excluded.good), bad = greatest(0, facts.bad + excluded.bad),
      last_bad_at = greatest(facts.last_bad_at, excluded.last_bad_at)
  `);
}

/** The last of each person on each answer; a reason that was given before it stays. */
function lastWords(rows: readonly FeedbackRow[]): FeedbackRow[] {
  const last = new Map<string, FeedbackRow>();
  for (const row of rows.toSorted((left, right) => left.at.getTime() - right.at.getTime())) {
    const key = `${row.answer} ${row.person}`;
    const { reason = null, remark = null } = last.get(key) ?? {};
    last.set(key, row.good || row.reason !== null ? row : { ...row, reason, remark });
  }
  return [...last.values()];
}
