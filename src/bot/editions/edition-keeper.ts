import { diffFactBases, type FactBaseDiff } from '../../facts/diff-fact-bases.ts';
import { describeProblem } from '../../reading/problem.ts';
import type { Knowledge, LoadKnowledge } from '../knowledge.ts';
import { Recent } from '../recent.ts';
import type { Archive, Change, Decided, Decider } from './archive.ts';
import { type Edition, publish } from './edition.ts';
import type { ReloadOutcome } from './reload-outcome.ts';

/** So that going back takes no time; each takes some seventy megabytes. */
const MOST_IN_MEMORY = 3;
const MOST_PREPARED = 3;

/** A reload or a way back as it went: what it would change, or how many problems kept it from changing anything. */
export type Reloaded = { readonly by: string; readonly from: string; readonly outcome: ReloadOutcome };

/** What was loaded beside the version in use and waits for somebody to apply it. */
type Prepared = { readonly edition: Edition; readonly diff: FactBaseDiff; readonly here: boolean };

export type PressedApply = Decided | { readonly kind: 'outdated' };

export type EditionKeeperParts = {
  readonly knowledge: Knowledge;
  /** Of the data folder, which may be another one, or null where that cannot be loaded. */
  readonly filesVersion: string | null;
  readonly load: LoadKnowledge;
  readonly onReload: (reload: Reloaded) => void;
};

/** Holds the version in use, the last ones that were, and what waits to be applied. */
export class EditionKeeper {
  readonly #load: LoadKnowledge;
  readonly #onReload: (reload: Reloaded) => void;
  readonly #inMemory = new Recent<Edition>(MOST_IN_MEMORY);
  #prepared = new Map<string, Prepared>();
  #edition: Edition;
  #filesVersion: string | null;
  #archive: Archive;
  #last: Promise<unknown> = Promise.resolve();

  constructor({ knowledge, filesVersion, load, onReload }: EditionKeeperParts) {
    this.#edition = publish(knowledge);
    this.#inMemory.set(this.version, this.#edition);
    this.#filesVersion = filesVersion;
    this.#load = load;
    this.#onReload = onReload;
    this.#archive = this.#noArchive();
  }

  /** The one in use. */
  get edition(): Edition {
    return this.#edition;
  }

  get version(): string {
    return this.#edition.library.version;
  }

  /** Of the data folder when it was last loaded; null where that could not be used. */
  get filesVersion(): string | null {
    return this.#filesVersion;
  }

  /** From here on versions are kept, and agreed upon with other processes. */
  useArchive(archive: Archive): void {
    this.#archive = archive;
  }

  inMemory(version: string): Edition | null {
    return this.#inMemory.get(version) ?? this.#prepared.get(version)?.edition ?? null;
  }

  /** Makes an edition of what was loaded, and keeps it in memory. */
  admit(knowledge: Knowledge): Edition {
    const edition = publish(knowledge);
    this.#inMemory.set(edition.library.version, edition);
    return edition;
  }

  /** From now on it answers. */
  show(edition: Edition): void {
    this.#inMemory.set(edition.library.version, edition);
    this.#edition = edition;
  }

  /** Loads what the data folder holds beside what is in use. One that is asked for during another comes after it. */
  reload(by: Decider, apply: boolean): Promise<ReloadOutcome> {
    return this.#inTurn(() => this.#reloadNow(by, apply));
  }

  /**
   * Goes back to a version that was in use before.
   * @param from the one in use when that was decided; null: what is in use
   * @returns null where there is none of that name
   */
  rollBack(version: string, by: Decider, apply: boolean, from: string | null): Promise<ReloadOutcome | null> {
    return this.#inTurn(() => this.#rollBackNow(version, by, apply, from));
  }

  /** Brings into use what waits for it. */
  async applyPrepared(version: string, by: Decider): Promise<PressedApply> {
    const prepared = this.#prepared.get(version);
    if (prepared === undefined) return { kind: 'outdated' };
    this.#prepared.delete(version);
    const outcome = await this.#decide({ edition: prepared.edition, from: prepared.diff.from, how: 'reload', by }, prepared.diff);
    if (outcome.meanwhile !== null) return { kind: 'moved', to: outcome.meanwhile };
    this.#prepared.clear();
    this.#onReload({ by: by.person, from: prepared.diff.from, outcome });
    return { kind: 'applied' };
  }

  dropPrepared(version: string): void {
    this.#prepared.delete(version);
    this.#archive.cancel(version);
  }

  /** It waits to be applied, here or in the process where it was loaded. */
  prepareElsewhere(edition: Edition, diff: FactBaseDiff): void {
    this.#prepare({ edition, diff, here: false });
  }

  forgetPrepared(version: string): void {
    this.#prepared.delete(version);
  }

  diffTo(edition: Edition): FactBaseDiff {
    return diffFactBases(this.#edition.knowledge.base, edition.knowledge.base);
  }

  async #reloadNow(by: Decider, apply: boolean): Promise<ReloadOutcome> {
    const loaded = await this.#load();
    const from = this.version;
    this.#filesVersion = loaded.ok ? loaded.knowledge.base.version : null;
    // What was loaded here before is no longer what the files are.
    this.#prepared = new Map([...this.#prepared].filter(([, { here }]) => !here));
    if (!loaded.ok) return this.#tell(by, from, { ok: false, problems: loaded.problems.map(describeProblem), version: from });
    const edition = this.admit(loaded.knowledge);
    const diff = this.diffTo(edition);
    if (apply) return this.#tell(by, from, await this.#decide({ edition, from, how: 'reload', by }, diff));
    this.#prepare({ edition, diff, here: true });
    await this.#archive.announce(edition, from);
    return this.#tell(by, from, { ok: true, diff, applied: false, meanwhile: null });
  }

  async #rollBackNow(version: string, by: Decider, apply: boolean, from: string | null): Promise<ReloadOutcome | null> {
    const loaded = await this.#find(version);
    if (loaded === null || 'problems' in loaded) {
      return loaded && this.#tell(by, this.version, { ok: false, problems: loaded.problems, version: this.version });
    }
    const diff = this.diffTo(loaded);
    if (apply) return this.#tell(by, diff.from, await this.#decide({ edition: loaded, from: from ?? diff.from, how: 'rollback', by }, diff));
    await this.#archive.announce(loaded, diff.from);
    return { ok: true, diff, applied: false, meanwhile: null };
  }

  async #find(version: string): Promise<Edition | { readonly problems: readonly string[] } | null> {
    const known = this.inMemory(version);
    if (known !== null) return known;
    const loaded = await this.#archive.load(version);
    if (loaded === null) return null;
    return loaded.ok ? this.admit(loaded.knowledge) : { problems: loaded.problems.map(describeProblem) };
  }

  async #decide(change: Change, diff: FactBaseDiff) {
    const moves = change.edition.library.version !== this.version && change.from === this.version;
    if (moves) await this.#archive.spread(change.edition, change.from);
    const decided = await this.#archive.decide(change);
    return { ok: true, diff, applied: decided.kind === 'applied', meanwhile: decided.kind === 'moved' ? decided.to : null } as const;
  }

  #prepare(prepared: Prepared): void {
    this.#prepared.set(prepared.edition.library.version, prepared);
    const [oldest] = this.#prepared.keys();
    if (this.#prepared.size > MOST_PREPARED && oldest !== undefined) this.#prepared.delete(oldest);
  }

  #tell<Outcome extends ReloadOutcome>(by: Decider, from: string, outcome: Outcome): Outcome {
    this.#onReload({ by: by.person, from, outcome });
    return outcome;
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Where nothing is kept, this process decides for itself. */
  #noArchive(): Archive {
    return {
      decide: ({ edition, from }) => {
        if (from !== this.version) return Promise.resolve({ kind: 'moved', to: this.version });
        this.show(edition);
        return Promise.resolve({ kind: 'applied' });
      },
      announce: () => Promise.resolve(),
      spread: () => Promise.resolve(),
      cancel: () => {},
      load: () => Promise.resolve(null),
    };
  }
}
