import { sql } from 'drizzle-orm';
import type { Transaction } from './database.ts';
import { answerDays, answers, answerTimes, unanswered, unansweredGroups } from './schema.ts';

/** An answer that was shown, as it is kept. */
export type AnswerRow = {
  readonly id: string;
  readonly at: Date;
  readonly platform: string;
  readonly workspace: string | null;
  /** Keyed hash. */
  readonly person: string;
  readonly language: string;
  readonly outcome: 'answered' | 'unknown';
  readonly reason: string | null;
  readonly ms: number;
  readonly question: string;
  readonly questionKey: string;
  readonly facts: readonly string[];
  readonly version: string;
  /** Of what had no answer; null where there is nothing to be learnt from it. */
  readonly gap: GapRow | null;
};

export type GapRow = {
  /** Keyed hash of language and normalised question. */
  readonly key: string;
  readonly likeness: string;
  /** As it was written, with single spaces. */
  readonly asked: string;
  /** Ids of facts. */
  readonly nearest: readonly string[];
};

/** Somebody who asks the same again within that was not helped the first time. */
const REPEATED_WITHIN = sql`interval '7 days'`;

/**
 * Keeps answers and counts them: by day, by how long they took, and what had no answer. One statement, so that an answer is counted
 * when it is kept, and once.
 */
export async function writeAnswers(transaction: Transaction, rows: readonly AnswerRow[]): Promise<void> {
  await transaction.execute(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows.map(toRecord))}::jsonb) as given(
        id uuid, at timestamptz, platform text, workspace text, person text, language text, outcome text, reason text, ms real, micros integer,
        question text, question_key text, facts text[], version text, gap_key text, likeness text, asked text, nearest text[]
      )
    ), kept as (
      insert into ${answers} (id, at, platform, workspace, person, language, outcome, reason, ms, question, question_key, repeated, facts, version)
      select id, at, platform, workspace, person, language, outcome, reason, ms, question, question_key,
        lag(at) over (partition by person, question_key order by at, id) is not null or exists (
          select from ${answers} as earlier
          where earlier.person = given.person and earlier.question_key = given.question_key
            and earlier.at <= given.at and earlier.at > given.at - ${REPEATED_WITHIN} and earlier.id <> given.id
        ),
        facts, version
      from given
      on conflict (id) do nothing
      returning id, (at at time zone 'utc')::date as day, repeated
    ), new as (
      select given.*, kept.day, kept.repeated from given join kept using (id)
    ), days as (
      insert into ${answerDays} as days (day, platform, language, answered, unknown, repeated)
      select day, platform, language, count(*) filter (where outcome = 'answered'), count(*) filter (where outcome = 'unknown'), count(*) filter (where repeated)
      from new group by day, platform, language order by day, platform, language
      on conflict (day, platform, language) do update set
        answered = days.answered + excluded.answered, unknown = days.unknown + excluded.unknown, repeated = days.repeated + excluded.repeated
    ), times as (
      insert into ${answerTimes} as times (day, platform, language, micros, count)
      select day, platform, language, micros, count(*) from new group by day, platform, language, micros order by day, platform, language, micros
      on conflict (day, platform, language, micros) do update set count = times.count + excluded.count
    ), asked as (
      insert into ${unanswered} as asked (key, likeness, question, language, reason, platforms, nearest, count, first_at, last_at)
      select gap_key, min(likeness), min(asked), min(language), min(reason), array_agg(distinct platform),
        array(select jsonb_array_elements_text((array_agg(to_jsonb(nearest)))[1])), count(*), min(at), max(at)
      from new where gap_key is not null group by gap_key order by gap_key
      on conflict (key) do update set
        count = asked.count + excluded.count, last_at = greatest(asked.last_at, excluded.last_at), nearest = excluded.nearest,
        reason = excluded.reason, likeness = excluded.likeness, question = coalesce(asked.question, excluded.question),
        platforms = array(select distinct unnest(asked.platforms || excluded.platforms) order by 1)
    )
    insert into ${unansweredGroups} as groups (likeness, count, first_at, last_at)
    select likeness, count(*), min(at), max(at) from new where gap_key is not null group by likeness order by likeness
    on conflict (likeness) do update set count = groups.count + excluded.count, last_at = greatest(groups.last_at, excluded.last_at)
  `);
}

function toRecord({ questionKey, gap, ms, ...row }: AnswerRow) {
  const { key = null, likeness = null, asked = null, nearest = null } = gap ?? {};
  return { ...row, ms, micros: roundMicros(ms), question_key: questionKey, gap_key: key, likeness, asked, nearest };
}

/** Microseconds to two digits: as exact as a median needs to be, and few different values. */
function roundMicros(ms: number): number {
  return Number((ms * 1_000).toPrecision(2));
}
