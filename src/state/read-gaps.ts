import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from './database.ts';
import { GAP_STATUSES, type GapGroup, type GapStatus } from './gap-records.ts';
import { unanswered, unansweredGroups } from './schema.ts';

/** Of a group, so many of the questions are looked at: there may be thousands of ways to ask. Where many groups are read, fewer. */
const MOST_QUESTIONS = 30;
const FEW_QUESTIONS = 3;
const FEW_GROUPS = 12;
const MOST_NEAREST = 4;
const LARGEST = 2_147_483_647;

const moment = z.coerce.date();
const question = z.object({
  question: z.string().nullable(),
  language: z.string(),
  reason: z.string(),
  platforms: z.array(z.string()),
  nearest: z.array(z.string()),
});
const group = z.object({
  likeness: z.string(),
  status: z.enum(GAP_STATUSES),
  count: z.number(),
  first_at: moment,
  last_at: moment,
  decided_at: moment.nullable(),
  fact: z.string().nullable(),
  found_in: z.string().nullable(),
  asked: z.array(question),
});

type Which = { readonly status: GapStatus; readonly found: boolean | null; readonly limit: number; readonly offset: number };

/** Most asked first. `found`: only those that have an answer by now, or that have none. */
export function listGaps({ status, found, limit, offset }: Which, database: Database): Promise<GapGroup[]> {
  // The literal lets the database see that the index of those that were found fits.
  const is = found === true ? sql`status = 'open' and found_in is not null` : sql`status = ${status}${found === false ? sql` and found_in is null` : sql``}`;
  return readGroups(
    sql`where ${is} order by count desc nulls last, likeness limit ${limit} offset ${offset}`,
    limit > FEW_GROUPS ? FEW_QUESTIONS : MOST_QUESTIONS,
    database,
  );
}

export async function findGap(likeness: string, database: Database): Promise<GapGroup | null> {
  const [found] = await readGroups(sql`where likeness = ${likeness}`, MOST_QUESTIONS, database);
  return found ?? null;
}

export function countFound(database: Database): Promise<number> {
  return database.$count(unansweredGroups, sql`status = 'open' and found_in is not null`);
}

/**
 * Each group's questions are asked for as a stretch of the index on likeness and count: for `likeness = …` the database guesses how many
 * there are, and where it guesses few reads and sorts all of the ten thousand that a group may have.
 */
async function readGroups(which: SQL, questions: number, database: Database): Promise<GapGroup[]> {
  const { rows } = await database.execute(sql`
    select groups.*, coalesce(questions.asked, '[]') as asked
    from (select * from ${unansweredGroups} ${which}) as groups, lateral (
      select jsonb_agg(top order by top.count desc, top.key) as asked from (
        select key, count, question, language, reason, platforms, nearest from ${unanswered} as one
        where (one.likeness, one.count) <= (groups.likeness, ${LARGEST}) and one.likeness >= groups.likeness
        order by one.likeness desc, one.count desc limit ${questions}
      ) as top
    ) as questions
    order by groups.count desc, groups.likeness
  `);
  return z.array(group).parse(rows).map(toGroup);
}

function toGroup({ likeness, status, count, fact, asked, ...row }: z.infer<typeof group>): GapGroup {
  const languages = distinct(asked.map(({ language }) => language));
  const questions = languages.flatMap((language) => {
    const text = asked.find((one) => one.language === language && one.question !== null)?.question;
    return text == null ? [] : [{ text, language }];
  });
  return {
    likeness,
    status,
    count,
    fact,
    firstAt: row.first_at,
    lastAt: row.last_at,
    decidedAt: row.decided_at,
    foundIn: row.found_in,
    questions,
    languages,
    platforms: distinct(asked.flatMap(({ platforms }) => platforms)).toSorted(),
    reason: asked[0]?.reason ?? null,
    nearest: distinct(asked.flatMap(({ nearest }) => nearest)).slice(0, MOST_NEAREST),
  };
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
