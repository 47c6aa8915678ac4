import { and, eq, sql } from 'drizzle-orm';
import type { GapStatus } from './gap-records.ts';
import { unansweredGroups } from './schema.ts';
import type { State } from './state.ts';

/** @returns whether there is such a group */
export function decideGap(likeness: string, status: GapStatus, fact: string | null, state: State): Promise<boolean> {
  return state.change(async (transaction) => {
    const decidedAt = status === 'open' ? null : state.now();
    const changed = await transaction
      .update(unansweredGroups)
      .set({ status, fact, decidedAt, ...(status === 'open' ? {} : { foundIn: null }) })
      .where(eq(unansweredGroups.likeness, likeness))
      .returning({ likeness: unansweredGroups.likeness });
    return changed.length > 0;
  });
}

/** @returns whether that was not known yet */
export function noteFound(likeness: string, version: string | null, state: State): Promise<boolean> {
  return state.change(async (transaction) => {
    const unknown = sql`${unansweredGroups.foundIn} is distinct from ${version}`;
    const changed = await transaction
      .update(unansweredGroups)
      .set({ foundIn: version })
      .where(and(eq(unansweredGroups.likeness, likeness), eq(unansweredGroups.status, 'open'), unknown))
      .returning({ likeness: unansweredGroups.likeness });
    return changed.length > 0;
  });
}
