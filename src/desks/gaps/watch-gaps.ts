import { setTimeout as delay } from 'node:timers/promises';
import type { Library } from '../../bot/library.ts';
import { describeError, type Log } from '../../log.ts';
import { noteFound } from '../../state/decide-gap.ts';
import type { GapGroup } from '../../state/gap-records.ts';
import { keepNote, readNote } from '../../state/notes.ts';
import { listGaps } from '../../state/read-gaps.ts';
import type { State } from '../../state/state.ts';
import { StateError } from '../../state/state-error.ts';
import { LANGUAGES } from '../../text/language.ts';

const LOOK_EVERY_MS = 5_000;
/** Most asked first; what comes after them is rare. */
const MOST_GROUPS = 500;
const AT_ONCE = 25;
/** Whoever asks something meanwhile comes in between. */
const PAUSE_MS = 10;
const NOTE = 'version that was asked again what had no answer';

export type GapWatchParts = { readonly state: State; readonly library: () => Library; readonly log: Log; readonly everyMs?: number };

/**
 * Asks what had no answer again of each other version of the data, however that came to answer, a question at a time; what has an answer
 * by now is noted. Of several processes it is one that does it, or some at once, which comes to the same.
 * @returns ends it
 */
export function watchGaps({ state, library, log, everyMs = LOOK_EVERY_MS }: GapWatchParts): () => void {
  const stopping = new AbortController();
  let asked: string | null = null;
  let running = false;

  async function look(): Promise<void> {
    const { version } = library();
    if (running || version === asked || state.status.kind !== 'ready') return;
    running = true;
    try {
      if ((await readNote(NOTE, state)) !== version) await askAgain(library(), { state, log, signal: stopping.signal });
      asked = version;
    } catch (error) {
      // Without a database it is tried again; another fault would be there again.
      if (!(error instanceof StateError)) asked = version;
      if (!stopping.signal.aborted) log.warn({ version, error: describeError(error) }, 'what had no answer could not be asked again');
    } finally {
      running = false;
    }
  }

  const timer = setInterval(() => void look(), everyMs).unref();
  return () => {
    clearInterval(timer);
    stopping.abort();
  };
}

type Asking = { readonly state: State; readonly log: Log; readonly signal: AbortSignal };

async function askAgain(library: Library, { state, log, signal }: Asking): Promise<void> {
  let [groups, found] = [0, 0];
  for (let offset = 0; offset < MOST_GROUPS; offset += AT_ONCE) {
    const some = await state.read((database) => listGaps({ status: 'open', found: null, limit: AT_ONCE, offset }, database));
    for (const group of some) {
      const answered = await isAnswered(group, library, signal);
      const changed = answered || group.foundIn !== null ? await noteFound(group.likeness, answered ? library.version : null, state) : false;
      if (answered && changed) found++;
    }
    groups += some.length;
    if (some.length < AT_ONCE) break;
  }
  await keepNote(NOTE, library.version, state);
  log.info({ version: library.version, groups, found }, 'what had no answer was asked again');
}

async function isAnswered({ reason, questions }: GapGroup, library: Library, signal: AbortSignal): Promise<boolean> {
  // What is hardly a question is all in one group: an answer to one of them says nothing of the others.
  if (reason === 'unclear') return false;
  for (const { text, language } of questions) {
    await delay(PAUSE_MS, undefined, { signal, ref: false });
    if (library.answeredWith(text, LANGUAGES.find((one) => one === language) ?? 'en').length > 0) return true;
  }
  return false;
}
