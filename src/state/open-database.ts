import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { PROJECT_ROOT } from '../config.ts';
import type { Database } from './database.ts';
import * as schema from './schema.ts';
import { startPglite } from './start-pglite.ts';
import { codeOf, StateError } from './state-error.ts';

const OLDEST_SERVER = 14;
const CONNECTIONS = 8;
const CONNECT_WITHIN_MS = 5_000;
/** Longer than anything takes that is asked on purpose. */
const QUERY_WITHIN_MS = 30_000;
/** PGlite may fall silent, as when its disk is full. */
const PGLITE_WITHIN_MS = 20_000;
/** Of the lock that lets one process at a time bring the tables up to date. */
const MIGRATING = 740_112_026;

export const MIGRATIONS = join(PROJECT_ROOT, 'migrations');

/** A server by its address, or PGlite in a folder. */
export type DatabasePlace = { readonly url: string } | { readonly folder: string };

export type OpenDatabase = {
  readonly database: Database;
  /** Null where nobody but this process can use the database. */
  readonly url: string | null;
  readonly close: () => Promise<void>;
};

/**
 * Connects, and brings the tables up to date.
 * @param onEnd called when a database in a folder ends by itself
 * @throws StateError whose message says what to do
 */
export async function openDatabase(place: DatabasePlace, onEnd: () => void, migrations = MIGRATIONS): Promise<OpenDatabase> {
  if ('url' in place) return openServer(place.url, migrations);
  const pglite = await startPglite(place.folder, onEnd);
  const pool = new pg.Pool({ host: pglite.host, user: 'postgres', database: 'postgres', max: 1, query_timeout: PGLITE_WITHIN_MS });
  const close = async () => {
    await pool.end().catch(() => {});
    await pglite.stop();
  };
  const database = await prepare(pool, close, place.folder, migrations);
  return { database, url: null, close };
}

async function openServer(url: string, migrations: string): Promise<OpenDatabase> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    statement_timeout: QUERY_WITHIN_MS,
    query_timeout: QUERY_WITHIN_MS + CONNECT_WITHIN_MS,
    application_name: 'ai-layoffs-bot',
    keepAlive: true,
  });
  const close = () => pool.end().catch(() => {});
  return { database: await prepare(pool, close, hideSecrets(url), migrations), url, close };
}

async function prepare(pool: pg.Pool, close: () => Promise<void>, where: string, migrations: string): Promise<Database> {
  // An idle connection that breaks is replaced when it is needed.
  pool.on('error', () => {});
  // One that breaks while it is in use tells whoever asked, and otherwise would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  const database = drizzle(pool, { schema });
  try {
    await checkVersion(database, where);
    await bringUpToDate(pool, migrations);
    return database;
  } catch (error) {
    await close();
    throw error instanceof StateError ? error : explain(error, where);
  }
}

async function checkVersion(database: Database, where: string): Promise<void> {
  const { rows } = await database.execute(sql`show server_version_num`);
  const version = Math.floor(Number(rows[0]?.['server_version_num']) / 10_000);
  if (version < OLDEST_SERVER) {
    throw new StateError(
      'STATE_SERVER_OLD',
      `Nothing can be remembered: the server at ${where} is Postgres ${version}. What to do: bring it to Postgres ${OLDEST_SERVER} or newer`,
    );
  }
}

/** One process after the other; the connection is kept for all of it, since the lock is the connection's. */
async function bringUpToDate(pool: pg.Pool, migrationsFolder: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATING]);
    await migrate(drizzle(client), { migrationsFolder });
    await client.query('select pg_advisory_unlock($1)', [MIGRATING]);
  } finally {
    client.release();
  }
}

function explain(cause: unknown, where: string): StateError {
  const code = codeOf(cause);
  const reason = code ?? (cause instanceof Error ? cause.message : String(cause));
  return new StateError('STATE_UNREACHABLE', `Nothing can be remembered: the database at ${where} cannot be used (${reason}). What to do: ${remedyFor(code)}`, {
    cause,
  });
}

const REMEDIES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'start the server, or correct host and port in DATABASE_URL',
  ENOTFOUND: 'correct the host in DATABASE_URL',
  EAI_AGAIN: 'correct the host in DATABASE_URL, or see to the network',
  ETIMEDOUT: 'see to the network between here and the server',
  '28P01': 'correct the password in DATABASE_URL',
  '28000': 'correct the user in DATABASE_URL, or allow it in pg_hba.conf',
  '3D000': 'create the database, or correct its name in DATABASE_URL',
  '42501': 'let the user create tables in this database',
  '53100': 'make room on the disk of the database',
  '53300': 'allow the server more connections',
  '57P03': 'wait: the server is starting',
};

function remedyFor(code: string | null): string {
  return REMEDIES[code ?? ''] ?? 'see to the server, and to DATABASE_URL (postgres://user:password@host:5432/name)';
}

/** As it can be logged. */
function hideSecrets(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}
