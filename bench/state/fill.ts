import { sql } from 'drizzle-orm';
import type { State } from '../../src/state/state.ts';

/** Written by one statement. */
const STEP = 50_000;
const DAYS = 90;

/**
 * Fills the tables with so many rows each, as if that had been asked, rated and left unanswered over the last months: spread over days,
 * platforms, languages and 5,000 people, on 250 facts. The counters are what the rows come to.
 */
export async function fill(state: State, rows: number, tell: (progress: string) => void): Promise<void> {
  for (let from = 1; from <= rows; from += STEP) {
    const to = Math.min(from + STEP - 1, rows);
    await state.change(async (transaction) => {
      await transaction.execute(sql`
        insert into answers (id, at, platform, workspace, person, language, outcome, reason, ms, question, question_key, repeated, facts, version)
        select md5('a' || n)::uuid, now() - (n % ${DAYS}::int) * interval '1 day' - (n % 86400) * interval '1 second',
          case when n % 3 = 0 then 'discord' else 'slack' end, 'W', 'person ' || n % 5000, case when n % 2 = 0 then 'fr' else 'en' end,
          case when n % 5 = 0 then 'unknown' else 'answered' end, null, 1 + n % 9, 'question number ' || n, md5('q' || n % 300000), n % 10 = 0,
          array['fact-' || n % 250], 'v1' from generate_series(${from}::int, ${to}::int) n`);
      await transaction.execute(sql`
        insert into feedback (answer, person, at, good, reason, platform, language, question, facts, version)
        select md5('a' || n)::uuid, 'person ' || n % 5000, now() - (n % ${DAYS}::int) * interval '1 day' - (n % 86400) * interval '1 second', n % 4 > 0,
          case when n % 4 = 0 then 'wrong' end, case when n % 3 = 0 then 'discord' else 'slack' end, case when n % 2 = 0 then 'fr' else 'en' end,
          'question number ' || n, array['fact-' || n % 250], 'v1' from generate_series(${from}::int, ${to}::int) n`);
      await transaction.execute(sql`
        insert into unanswered (key, likeness, question, language, reason, platforms, nearest, count, first_at, last_at)
        select md5('u' || n), md5('l' || n % 100000), 'question number ' || n, case when n % 2 = 0 then 'fr' else 'en' end, 'not-in-documents',
          array['slack'], array['fact-' || n % 250], 1 + n % 7, now() - interval '80 days', now() - (n % ${DAYS}::int) * interval '1 day'
        from generate_series(${from}::int, ${to}::int) n`);
    });
    tell(`${to} of ${rows} rows`);
  }
  await state.change(async (transaction) => {
    await transaction.execute(sql`
      insert into answer_days (day, platform, language, answered, unknown, repeated)
      select (at at time zone 'utc')::date, platform, language, count(*) filter (where outcome = 'answered'), count(*) filter (where outcome = 'unknown'),
        count(*) filter (where repeated) from answers group by 1, 2, 3`);
    await transaction.execute(sql`
      insert into answer_times (day, platform, language, micros, count)
      select (at at time zone 'utc')::date, platform, language, (ms * 1000)::int + n.extra, count(*) from answers, lateral (select (hashtext(id::text) & 63) * 100 as extra) n
      group by 1, 2, 3, 4`);
    await transaction.execute(sql`
      insert into fact_votes (fact, good, bad, last_bad_at)
      select facts[1], count(*) filter (where good), count(*) filter (where not good), max(at) filter (where not good) from feedback group by 1`);
    await transaction.execute(sql`
      insert into unanswered_groups (likeness, count, first_at, last_at) select likeness, sum(count), min(first_at), max(last_at) from unanswered group by 1`);
  });
  await state.read((database) => database.execute(sql`vacuum analyze`));
}
