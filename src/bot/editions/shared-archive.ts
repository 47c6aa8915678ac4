import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { describeError, type Log } from '../../log.ts';
import { describeProblem } from '../../reading/problem.ts';
import type { Head, KeptVersion } from '../../state/applied-version.ts';
import type { Notices } from '../../state/notices.ts';
import type { Replicas } from '../../state/replicas.ts';
import type { State } from '../../state/state.ts';
import { StateError } from '../../state/state-error.ts';
import type { Applying, VersionHistory } from '../../state/version-history.ts';
import type { CompiledFile, LoadedKnowledge } from '../knowledge.ts';
import { isDoneWithin } from '../within.ts';
import type { Archive, Change, Decided } from './archive.ts';
import type { Edition } from './edition.ts';
import type { EditionKeeper } from './edition-keeper.ts';

/** Other processes may take that long to load what is to be applied. */
const SPREAD_WITHIN_MS = 15_000;
const LOOK_MS = 25;
/** A database that takes longer is taken for away. */
const DECIDE_WITHIN_MS = 5_000;
const TELL_WITHIN_MS = 10_000;
const RETRY_MS = 2_000;

const headNotice = z.object({ seq: z.number(), version: z.string() });
const preparedNotice = z.object({ version: z.string(), from: z.string(), key: z.string().nullable() });
const readyNotice = z.object({ version: z.string(), replica: z.string() });

/** Loads what was kept; what was computed from it elsewhere spares time. */
export type LoadFiles = (files: Buffer, compiled: CompiledFile | null) => Promise<LoadedKnowledge>;

export type SharedArchiveParts = {
  readonly keeper: EditionKeeper;
  readonly state: State;
  readonly history: VersionHistory;
  readonly notices: Notices;
  readonly replicas: Replicas;
  readonly loadFiles: LoadFiles;
  /** Of the cache here. */
  readonly readCompiled: (key: string) => Promise<Buffer>;
  readonly log: Log;
};

/**
 * Keeps what was applied in the database, and follows what other processes apply. While the database is away, versions come into use
 * here alone, and are written down later, if nobody has applied anything else meanwhile.
 */
export class SharedArchive implements Archive {
  readonly #parts: SharedArchiveParts;
  /** In use here, and not yet written down. */
  #unwritten: readonly Applying[];
  /** The newest that we know of. */
  #head: Head | null = null;
  /** What cannot be loaded by this program, so that it is not tried again and again. */
  readonly #unusable = new Set<string>();
  readonly #loading = new Map<string, Promise<Edition | null>>();
  /** By version: which processes have it. */
  readonly #ready = new Map<string, Set<string>>();
  readonly #announced = new Set<string>();
  readonly #retry: NodeJS.Timeout;
  #looking: Promise<void> | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: SharedArchiveParts) {
    this.#parts = parts;
    const { keeper, notices, replicas, state } = parts;
    this.#unwritten = keeper.filesVersion === keeper.version ? [this.#startOf(keeper.edition)] : [];
    notices.on('applied', (payload) => {
      if (payload === null) return this.look();
      const head = read(headNotice, payload);
      if (head !== null) this.#hear(head);
    });
    notices.on('prepared', (payload) => {
      const prepared = read(preparedNotice, payload);
      if (prepared !== null) void this.#prepare(prepared);
    });
    notices.on('cancelled', (payload) => {
      if (payload === null) return;
      this.#announced.delete(payload);
      keeper.forgetPrepared(payload);
    });
    notices.on('ready', (payload) => {
      const ready = read(readyNotice, payload);
      if (ready !== null) this.#noteReady(ready);
    });
    replicas.onBeat(() => this.look());
    state.onOpen(() => this.look());
    this.#retry = setInterval(() => {
      if (this.#unwritten.length > 0 && state.status.kind === 'ready') this.look();
    }, RETRY_MS).unref();
  }

  close(): void {
    clearInterval(this.#retry);
  }

  async decide(change: Change): Promise<Decided> {
    return this.#inTurn(() => this.#decideNow(change));
  }

  async announce(edition: Edition, from: string): Promise<void> {
    await this.#tellOthers(edition, from);
  }

  async spread(edition: Edition, from: string): Promise<void> {
    const { replicas, notices, log } = this.#parts;
    const { version } = edition.library;
    // Whoever had it once may have forgotten it since.
    this.#ready.delete(version);
    if (!(await this.#tellOthers(edition, from))) return;
    const lacking = () => replicas.others().filter((id) => this.#ready.get(version)?.has(id) !== true);
    for (const end = performance.now() + SPREAD_WITHIN_MS; lacking().length > 0 && notices.hears(); await delay(LOOK_MS)) {
      if (performance.now() < end) continue;
      log.warn({ version, lacking: lacking().length }, 'other processes have not loaded the new version in time: they follow as soon as they have');
      return;
    }
  }

  cancel(version: string): void {
    if (this.#parts.replicas.others().length > 0) this.#publish('cancelled', version).catch(() => {});
  }

  load(version: string): Promise<LoadedKnowledge | null> {
    return this.#load(version, null);
  }

  /** @param key under which another process lends what it computed */
  async #load(version: string, key: string | null): Promise<LoadedKnowledge | null> {
    const { history, loadFiles } = this.#parts;
    const files = await history.files(version);
    if (files === null) return null;
    const bytes = key === null ? null : await history.compiled(key);
    return loadFiles(files, key === null || bytes === null ? null : { key, bytes });
  }

  /** Asks the database what is in use, and writes down what is not yet. Cheap: it is called twice a second while others cannot be heard. */
  look(): void {
    this.#looking ??= this.#inTurn(() => this.#lookNow())
      .catch((error: unknown) => {
        if (!(error instanceof StateError)) this.#parts.log.error({ error: describeError(error) }, 'what is in use could not be looked up');
      })
      .finally(() => {
        this.#looking = null;
      });
  }

  async #lookNow(): Promise<void> {
    if (this.#unwritten.length > 0) return this.#writeDown();
    const head = await this.#parts.history.head();
    if (head !== null) this.#hear(head);
  }

  /** What came into use here while the database was away, or at the start. */
  async #writeDown(): Promise<void> {
    const { history, keeper, log } = this.#parts;
    const lost = this.#unwritten;
    const { accepted, head } = await history.apply(lost);
    this.#unwritten = [];
    if (!accepted) {
      const fields = { here: keeper.version, files: keeper.filesVersion, inUse: head.version };
      if (lost[0]?.row.how === 'start' && lost.length === 1) {
        log.warn(
          fields,
          'the data folder holds a version that was replaced before; the version that was applied last goes on. To go over to the files: reload',
        );
      } else log.error(fields, 'a version was applied here while the database was away, and another one elsewhere: that one is followed');
    }
    this.#hear(head);
  }

  async #decideNow({ edition, from, how, by }: Change): Promise<Decided> {
    const { keeper, log, state } = this.#parts;
    const { version } = edition.library;
    if (from !== keeper.version) return { kind: 'moved', to: keeper.version };
    if (version === from) {
      keeper.show(edition);
      return { kind: 'applied' };
    }
    const row = { version, from, how, at: state.now(), person: by.person, filesVersion: keeper.filesVersion };
    this.#unwritten = [...this.#unwritten, { row, kept: keptOf(edition) }];
    const verdict = await this.#tryToWrite();
    if (verdict === null) {
      log.warn({ version, from }, 'applied here alone, since the database is away: the others follow when it is back');
      keeper.show(edition);
      return { kind: 'applied' };
    }
    this.#unwritten = [];
    if (!verdict.accepted) {
      this.#hear(verdict.head);
      return { kind: 'moved', to: verdict.head.version };
    }
    // Somebody may have gone on from here already.
    if (verdict.head.seq >= (this.#head?.seq ?? 0)) {
      this.#head = verdict.head;
      keeper.show(edition);
    }
    return { kind: 'applied' };
  }

  /** Null where the database is away. */
  async #tryToWrite() {
    const { history, log } = this.#parts;
    const writing = history.apply(this.#unwritten);
    try {
      return (await isDoneWithin(DECIDE_WITHIN_MS, writing)) ? await writing : null;
    } catch (error) {
      if (!(error instanceof StateError)) log.error({ error: describeError(error) }, 'the database refuses what was applied');
      return null;
    }
  }

  /** What is in use elsewhere comes into use here, at once where it is in memory. */
  #hear(head: Head): void {
    if (head.seq < (this.#head?.seq ?? 0)) return;
    this.#head = head;
    // What is applied here and not written down is looked at first.
    if (this.#unwritten.length > 0 || this.#unusable.has(head.version)) return;
    const { keeper, log } = this.#parts;
    const from = keeper.version;
    if (head.version === from) return;
    const known = keeper.inMemory(head.version);
    if (known === null) return void this.#follow(head.version);
    keeper.show(known);
    log.info({ from, to: head.version, seq: head.seq }, 'another version is in use now');
  }

  async #follow(version: string): Promise<void> {
    if (this.#loading.has(version)) return;
    const edition = await this.#obtain(version);
    if (edition !== null && this.#head?.version === version) this.#hear(this.#head);
  }

  /** From memory, or else from the database; null where it cannot be had. Never rejects. */
  #obtain(version: string, key: string | null = null): Promise<Edition | null> {
    const known = this.#parts.keeper.inMemory(version);
    if (known !== null) return Promise.resolve(known);
    const loading = this.#loading.get(version) ?? this.#loadEdition(version, key).finally(() => this.#loading.delete(version));
    this.#loading.set(version, loading);
    return loading;
  }

  async #loadEdition(version: string, key: string | null): Promise<Edition | null> {
    const { keeper, log } = this.#parts;
    try {
      const loaded = await this.#load(version, key);
      if (loaded?.ok) return keeper.admit(loaded.knowledge);
      this.#unusable.add(version);
      const problems = loaded?.problems.map(describeProblem).slice(0, MOST_LOGGED) ?? ['its files are not kept'];
      log.error({ version, problems }, 'a version that is in use elsewhere cannot be used here: is this program as new as the other ones?');
    } catch (error) {
      log.warn({ version, error: describeError(error) }, 'a version that is in use elsewhere could not be loaded for now');
    }
    return null;
  }

  /** Whether they know of it, and can have its files. */
  async #tellOthers(edition: Edition, from: string): Promise<boolean> {
    const kept = keptOf(edition);
    if (kept === null || kept.version === from || this.#parts.replicas.others().length === 0) return false;
    const told = this.#lend(kept, edition.knowledge.cacheKey ?? null).then((key) =>
      this.#publish('prepared', JSON.stringify({ version: kept.version, from, key })),
    );
    try {
      return await isDoneWithin(TELL_WITHIN_MS, told);
    } catch (error) {
      this.#parts.log.warn({ error: describeError(error) }, 'other processes could not be told of a new version');
      return false;
    }
  }

  /** @returns under which key others find what was computed */
  async #lend(kept: KeptVersion, key: string | null): Promise<string | null> {
    const { history, readCompiled, log } = this.#parts;
    await history.keep(kept);
    try {
      if (key !== null) await history.keepCompiled(key, () => readCompiled(key));
      return key;
    } catch (error) {
      log.debug({ error: describeError(error) }, 'what was computed cannot be lent: other processes compute it themselves');
      return null;
    }
  }

  async #prepare({ version, from, key }: z.infer<typeof preparedNotice>): Promise<void> {
    const { keeper, replicas } = this.#parts;
    this.#announced.add(version);
    const edition = await this.#obtain(version, key);
    if (edition !== null && this.#announced.delete(version) && from === keeper.version) keeper.prepareElsewhere(edition, keeper.diffTo(edition));
    await this.#publish('ready', JSON.stringify({ version, replica: replicas.id })).catch(() => {});
  }

  #noteReady({ version, replica }: z.infer<typeof readyNotice>): void {
    const ready = this.#ready.get(version) ?? new Set();
    ready.add(replica);
    this.#ready.delete(version);
    this.#ready.set(version, ready);
    const [oldest] = this.#ready.keys();
    if (this.#ready.size > MOST_ANNOUNCED && oldest !== undefined) this.#ready.delete(oldest);
  }

  #publish(topic: 'prepared' | 'cancelled' | 'ready', payload: string): Promise<void> {
    return this.#parts.state.read((database) => this.#parts.notices.publish(database, topic, payload));
  }

  #startOf(edition: Edition): Applying {
    const { keeper, state } = this.#parts;
    const row = { version: edition.library.version, from: null, how: 'start', at: state.now(), person: null, filesVersion: keeper.filesVersion } as const;
    return { row, kept: keptOf(edition) };
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

const MOST_LOGGED = 5;
const MOST_ANNOUNCED = 10;

/** Null where it says nothing that this program understands; another one may be newer. */
function read<Notice>(schema: z.ZodType<Notice>, payload: string | null): Notice | null {
  try {
    return payload === null ? null : schema.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}

/** Null where it is not known what it was loaded from. */
function keptOf({ knowledge, library }: Edition): KeptVersion | null {
  const { files } = knowledge;
  if (files == null) return null;
  const { documents, facts, gaps } = library.counts;
  return { version: library.version, files, documents, facts, gaps };
}
