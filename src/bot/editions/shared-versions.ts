import { describeError, type Log } from '../../log.ts';
import { describeProblem } from '../../reading/problem.ts';
import { openNotices } from '../../state/notices.ts';
import { openReplicas } from '../../state/replicas.ts';
import type { State } from '../../state/state.ts';
import { VersionHistory } from '../../state/version-history.ts';
import type { Claims } from '../claims.ts';
import type { Knowledge } from '../knowledge.ts';
import { openClaims } from '../open-claims.ts';
import { isDoneWithin } from '../within.ts';
import type { EditionKeeper } from './edition-keeper.ts';
import { type LoadFiles, SharedArchive, type SharedArchiveParts } from './shared-archive.ts';

/** Where files are broken, the database may take that long to open. */
const LAST_WITHIN_MS = 10_000;
const CLOSE_WITHIN_MS = 2_000;

export type SharedVersionsParts = {
  readonly state: State;
  readonly loadFiles: LoadFiles;
  readonly readCompiled: SharedArchiveParts['readCompiled'];
  readonly log: Log;
};

/** What several processes share of the versions of the data; one process alone at least has its history. */
export function openSharedVersions(parts: SharedVersionsParts) {
  const { state, log } = parts;
  const notices = openNotices(state, log);
  const replicas = openReplicas(state, notices, log);
  const history = new VersionHistory(state, notices);
  const claims: Claims = openClaims(state, replicas);
  let archive: SharedArchive | null = null;
  return {
    notices,
    claims,
    processes: () => replicas.others().length + 1,
    /** What was applied last, where the data folder cannot be used; null where that cannot be had either. */
    lastApplied: () => lastApplied(parts, history),
    /** From here on this process counts as one that answers, and goes along with the others. */
    share: (keeper: EditionKeeper) => {
      archive = new SharedArchive({ ...parts, keeper, history, notices, replicas });
      keeper.useArchive(archive);
      replicas.start();
    },
    close: async () => {
      archive?.close();
      await isDoneWithin(CLOSE_WITHIN_MS, replicas.close());
      await notices.close();
    },
  };
}

async function lastApplied({ state, loadFiles, log }: SharedVersionsParts, history: VersionHistory): Promise<Knowledge | null> {
  try {
    if (!(await isDoneWithin(LAST_WITHIN_MS, state.start()))) return null;
    const head = await history.head();
    const files = head && (await history.files(head.version));
    if (files === null) return null;
    const loaded = await loadFiles(files, null);
    if (loaded.ok) return loaded.knowledge;
    log.error({ version: head?.version, problems: loaded.problems.map(describeProblem) }, 'nor can the version that was applied last be used');
  } catch (error) {
    log.error({ error: describeError(error) }, 'the version that was applied last cannot be had');
  }
  return null;
}
