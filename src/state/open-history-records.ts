import { desc, eq } from 'drizzle-orm';
import type { HistoryRecords } from './history-records.ts';
import { applied, versions } from './schema.ts';
import type { State } from './state.ts';

export function openHistoryRecords(state: State, processes: () => number): HistoryRecords {
  return {
    processes,
    list: async (most) => {
      const rows = await state.read((database) =>
        database.select(ENTRY).from(applied).leftJoin(versions, eq(versions.version, applied.version)).orderBy(desc(applied.seq)).limit(most),
      );
      return rows.map(({ how, documents, facts, gaps, ...row }) => ({
        ...row,
        how: how === 'reload' || how === 'rollback' ? how : 'start',
        counts: documents === null || facts === null || gaps === null ? null : { documents, facts, gaps },
      }));
    },
  };
}

const ENTRY = {
  version: applied.version,
  from: applied.fromVersion,
  how: applied.how,
  at: applied.at,
  person: applied.person,
  filesVersion: applied.filesVersion,
  documents: versions.documents,
  facts: versions.facts,
  gaps: versions.gaps,
};
