import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { HandOffRecords } from './hand-off-records.ts';
import { HandOffStore } from './hand-off-store.ts';
import { answers } from './schema.ts';
import type { State } from './state.ts';

const MINUTE_MS = 60_000;
const LATELY_MS = 60 * MINUTE_MS;

export function openHandOffRecords(state: State, hasEditors: HandOffRecords['hasEditors']): HandOffRecords {
  const store = new HandOffStore(state);
  return {
    waiting: async (most) => {
      const { count, oldest } = await store.waiting(most);
      const now = state.now().getTime();
      return { count, oldest: oldest.map((one) => ({ ...one, minutes: Math.floor((now - one.at.getTime()) / MINUTE_MS) })) };
    },
    hasEditors,
    lastQuestion: async (person, { platform, workspace }) => {
      const there = workspace === null ? isNull(answers.workspace) : eq(answers.workspace, workspace);
      const lately = gt(answers.at, new Date(state.now().getTime() - LATELY_MS));
      const [last] = await state.read((database) =>
        database
          .select({ answer: answers.id, question: answers.question })
          .from(answers)
          .where(and(eq(answers.person, person), eq(answers.platform, platform), there, lately))
          .orderBy(desc(answers.at))
          .limit(1),
      );
      return last ?? null;
    },
  };
}
