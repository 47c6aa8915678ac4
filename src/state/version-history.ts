import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { and, desc, eq, lt, notExists, sql } from 'drizzle-orm';
import type { AppliedVersion, Head, KeptVersion } from './applied-version.ts';
import type { Transaction } from './database.ts';
import type { Notices } from './notices.ts';
import { applied, compiledIndexes, versions } from './schema.ts';
import type { State } from './state.ts';

/** Of the lock that lets one process at a time apply something. */
const APPLYING = 740_112_027;
const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);
/** Two megabytes of YAML become half a megabyte in a fifth of a second. */
const QUALITY = 5;
/** Thirty-five megabytes of an index become eighteen in two thirds of a second. */
const QUICK = 1;

/** Something that was applied, or is about to be. */
export type Applying = { readonly row: AppliedVersion; readonly kept: KeptVersion | null };

export type Verdict = { readonly accepted: boolean; readonly head: Head };

/** Which versions were in use, and all that it takes to use them again. */
export class VersionHistory {
  readonly #state: State;
  readonly #notices: Notices;

  constructor(state: State, notices: Notices) {
    this.#state = state;
    this.#notices = notices;
  }

  /** What is in use; null in a database that is new. */
  head(): Promise<Head | null> {
    return this.#state.read(async (database) => (await database.select(HEAD).from(applied).orderBy(desc(applied.seq)).limit(1))[0] ?? null);
  }

  /**
   * Writes what was applied one after the other, if the first of it follows what is in use: what was decided upon a version that is no
   * longer in use has to be decided anew. Files that were never in use come into use at a start; others do not come back by one.
   */
  async apply(changes: readonly Applying[]): Promise<Verdict> {
    for (const { kept } of changes) if (kept !== null) await this.keep(kept);
    return this.#state.change(async (transaction) => {
      await transaction.execute(sql`select pg_advisory_xact_lock(${APPLYING})`);
      const [head] = await transaction.select(HEAD).from(applied).orderBy(desc(applied.seq)).limit(1);
      const last = changes.at(-1);
      if (head !== undefined && head.version === last?.row.version) return { accepted: true, head };
      const follows = await this.#follow(changes, head ?? null, transaction);
      if (head !== undefined && follows === null) return { accepted: false, head };
      return { accepted: true, head: await this.#write(follows ?? changes, transaction) };
    });
  }

  /** @returns what is to be written of it; null where it does not follow */
  async #follow(changes: readonly Applying[], head: Head | null, transaction: Transaction): Promise<readonly Applying[] | null> {
    const [first, ...rest] = changes;
    if (head === null || first === undefined) return changes;
    if (first.row.how !== 'start') return first.row.from === head.version ? changes : null;
    if (first.row.version === head.version) return rest;
    const before = await transaction.$count(applied, eq(applied.version, first.row.version));
    return before === 0 ? [{ ...first, row: { ...first.row, from: head.version } }, ...rest] : null;
  }

  async #write(changes: readonly Applying[], transaction: Transaction): Promise<Head> {
    const rows = changes.map(({ row: { from, ...row } }) => ({ ...row, fromVersion: from }));
    const heads = await transaction.insert(applied).values(rows).returning(HEAD);
    const head = heads.reduce((newest, one) => (one.seq > newest.seq ? one : newest));
    await this.#notices.publish(transaction, 'applied', JSON.stringify(head));
    return head;
  }

  /** Keeps what may be applied soon, or was. What never was is dropped after a day. */
  async keep({ files, ...counted }: KeptVersion): Promise<void> {
    const { version } = counted;
    if ((await this.#state.read((database) => database.$count(versions, eq(versions.version, version)))) > 0) return;
    const compressed = await compress(files, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
    await this.#state.change(async (transaction) => {
      await transaction
        .insert(versions)
        .values({ ...counted, files: compressed, at: this.#state.now() })
        .onConflictDoNothing();
      const used = transaction.select().from(applied).where(eq(applied.version, versions.version));
      await transaction.delete(versions).where(and(lt(versions.at, sql`now() - interval '1 day'`), notExists(used), sql`${versions.version} <> ${version}`));
    });
  }

  /** Null where they were never kept. */
  async files(version: string): Promise<Buffer | null> {
    const [row] = await this.#state.read((database) => database.select({ files: versions.files }).from(versions).where(eq(versions.version, version)));
    return row === undefined ? null : decompress(row.files);
  }

  /** Lends other processes what took long to compute. */
  async keepCompiled(key: string, read: () => Promise<Buffer>): Promise<void> {
    if ((await this.#state.read((database) => database.$count(compiledIndexes, eq(compiledIndexes.key, key)))) > 0) return;
    const compressed = await compress(await read(), { params: { [constants.BROTLI_PARAM_QUALITY]: QUICK } });
    await this.#state.change(async (transaction) => {
      await transaction.delete(compiledIndexes).where(lt(compiledIndexes.at, sql`now() - interval '1 hour'`));
      await transaction.insert(compiledIndexes).values({ key, bytes: compressed, at: sql`now()` }).onConflictDoNothing();
    });
  }

  /** Null where it is not there, or no longer. */
  async compiled(key: string): Promise<Buffer | null> {
    const [row] = await this.#state.read((database) => database.select().from(compiledIndexes).where(eq(compiledIndexes.key, key)));
    return row === undefined ? null : decompress(row.bytes);
  }
}

const HEAD = { seq: applied.seq, version: applied.version };
