import { and, eq, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Transaction } from './database.ts';
import type { Forgotten, Leaver } from './privacy.ts';
import { answers, applied, feedback, handOffs, settings } from './schema.ts';

/** Nobody's hash. */
const NOBODY = '';

/**
 * Deletes what leads to a person, up to a moment. What was only counted stays: it leads to nobody. A question that waits for a human
 * loses its words; whoever looks after those closes it then, and tells the editors.
 */
export async function forgetPerson(transaction: Transaction, person: string, until: Date): Promise<Omit<Forgotten, 'taken'>> {
  const theirs = (table: { readonly person: PgColumn; readonly at: PgColumn }): SQL | undefined => and(eq(table.person, person), lte(table.at, until));
  const { rowCount: questions } = await transaction.delete(answers).where(theirs(answers));
  const { rowCount: votes } = await transaction.delete(feedback).where(theirs(feedback));
  // No editor has seen these.
  const { rowCount: unseen } = await transaction.delete(handOffs).where(and(theirs(handOffs), eq(handOffs.status, 'open'), isNull(handOffs.editorsMessage)));
  const handed = await transaction
    .update(handOffs)
    .set({
      status: sql`case when ${handOffs.status} = 'answered' then 'closed' else ${handOffs.status} end`,
      person: NOBODY,
      asker: null,
      answer: null,
      question: null,
      found: null,
      response: null,
      link: null,
      channel: '',
      thread: null,
      editorName: null,
    })
    .where(theirs(handOffs))
    .returning({ status: handOffs.status });
  const { rowCount: set } = await transaction.update(settings).set({ person: null }).where(theirs(settings));
  const { rowCount: reloads } = await transaction.update(applied).set({ person: null }).where(theirs(applied));
  const waiting = handed.filter(({ status }) => status === 'open' || status === 'taken').length;
  return {
    questions: questions ?? 0,
    votes: votes ?? 0,
    waiting: waiting + (unseen ?? 0),
    done: handed.length - waiting,
    changes: (set ?? 0) + (reloads ?? 0),
  };
}

/** Of what an editor has taken and not yet closed; the platform's own id stands there until then. @returns how much is open again */
export async function releaseTaken(transaction: Transaction, { platform, id }: Leaver): Promise<number> {
  const nobody = { takenBy: null, takenByName: null, editorName: null };
  const released = await transaction
    .update(handOffs)
    .set({ ...nobody, status: sql`case when ${handOffs.status} = 'taken' then 'open' else ${handOffs.status} end` })
    .where(and(eq(handOffs.platform, platform), eq(handOffs.takenBy, id)))
    .returning({ status: handOffs.status });
  return released.filter(({ status }) => status === 'open').length;
}
