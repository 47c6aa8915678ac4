import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Database } from '../../src/state/database.ts';
import { type DatabasePlace, MIGRATIONS, openDatabase } from '../../src/state/open-database.ts';
import { DATABASES, startServer } from './databases.ts';

const journal = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string() })) });
const JOURNAL = join('meta', '_journal.json');

const { entries } = journal.parse(JSON.parse(readFileSync(join(MIGRATIONS, JOURNAL), 'utf8')));

/** The migrations as they were after so many of them. */
function migrationsUpTo(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'layoffs-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(MIGRATIONS, folder, { recursive: true });
  const whole = journal.parse(JSON.parse(readFileSync(join(folder, JOURNAL), 'utf8')));
  writeFileSync(join(folder, JOURNAL), JSON.stringify({ ...whole, entries: whole.entries.slice(0, count) }));
  return folder;
}

type Column = { readonly table: string; readonly name: string; readonly type: string };

async function columnsOf(database: Database): Promise<Column[]> {
  const { rows } = await database.execute(sql`
    select table_name as table, column_name as name, udt_name as type from information_schema.columns
    where table_schema = 'public' and column_default is null order by table_name, ordinal_position`);
  return z.array(z.object({ table: z.string(), name: z.string(), type: z.string() })).parse(rows);
}

/** Something of each type that there is, written as SQL. */
const SAMPLES: Readonly<Record<string, string>> = {
  uuid: "'00000000-0000-4000-8000-000000000001'",
  text: "'text'",
  _text: "'{one,two}'",
  timestamptz: "'2026-03-01T12:00:00Z'",
  date: "'2026-03-01'",
  int4: '7',
  int8: '7',
  float4: '1.5',
  bool: 'true',
  jsonb: '\'{"a":1}\'',
  bytea: "'\\x0102'",
};

/** A row in each table. */
async function fillEach(database: Database): Promise<Map<string, readonly Column[]>> {
  const tables = Map.groupBy(await columnsOf(database), ({ table }) => table);
  for (const [table, columns] of tables) {
    const unknown = columns.filter(({ type }) => SAMPLES[type] === undefined);
    expect(unknown, 'types without a sample').toEqual([]);
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    await database.execute(sql.raw(`insert into "${table}" (${names}) values (${columns.map(({ type }) => SAMPLES[type]).join(', ')})`));
  }
  return tables;
}

async function rowsOf(database: Database, table: string): Promise<readonly Record<string, unknown>[]> {
  return z.array(z.record(z.string(), z.unknown())).parse((await database.execute(sql.raw(`select * from "${table}"`))).rows);
}

async function openUpTo<Result>(place: DatabasePlace, count: number, work: (database: Database) => Promise<Result>): Promise<Result> {
  const { database, close } = await openDatabase(place, () => {}, migrationsUpTo(count));
  try {
    return await work(database);
  } finally {
    await close();
  }
}

describe.each(DATABASES)('on $name', ({ fresh }) => {
  it.each(entries.map(({ tag }, at) => ({ tag, count: at + 1 })))(
    'a database as it was after $tag, with data in it, is brought up to date and loses nothing',
    async ({ count }) => {
      const { place, remove } = await fresh();
      onTestFinished(remove);
      const before = await openUpTo(place, count, async (database) => {
        const tables = await fillEach(database);
        return new Map(await Promise.all([...tables.keys()].map(async (table) => [table, await rowsOf(database, table)] as const)));
      });
      expect(before.size).toBeGreaterThan(10);
      await openUpTo(place, entries.length, async (database) => {
        for (const [table, rows] of before) expect(await rowsOf(database, table), table).toMatchObject(rows);
      });
    },
  );
});

it('several processes may bring the same database on a server up to date at once', async () => {
  const server = await startServer();
  onTestFinished(server.remove);
  const opened = await Promise.all([1, 2, 3].map(() => openDatabase({ url: `${server.url}/postgres` }, () => {})));
  const columns = await Promise.all(opened.map(({ database }) => columnsOf(database)));
  await Promise.all(opened.map(({ close }) => close()));
  expect(columns[0]?.length).toBeGreaterThan(50);
  expect(columns[1]).toEqual(columns[0]);
});
