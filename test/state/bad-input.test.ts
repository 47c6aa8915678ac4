import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { writeAnswers } from '../../src/state/answer-log.ts';
import type { DatabasePlace } from '../../src/state/open-database.ts';
import { answers } from '../../src/state/schema.ts';
import type { State } from '../../src/state/state.ts';
import { answerRow } from './answer-row.ts';
import { DATABASES, type PostgresServer, startServer } from './databases.ts';
import { startOldServer } from './old-server.ts';
import { makeState } from './open-state.ts';

/** What whoever looks after the bot gets to read, as soon as there is something. */
async function problemOf(state: State): Promise<string> {
  void state.start();
  return expect
    .poll(() => (state.status.kind === 'failed' ? state.status.problem : null), { timeout: 30_000 })
    .not.toBeNull()
    .then(() => {
      const { status } = state;
      return status.kind === 'failed' ? status.problem : '';
    });
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'layoffs-bad-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function openAndClose(place: DatabasePlace): Promise<void> {
  const state = makeState({ place });
  await state.start();
  await state.close(1_000);
}

describe('a server', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.remove());

  it.each([
    [
      'that is not there',
      () => 'postgres://bot:hidden@127.0.0.1:1/bot',
      /127\.0\.0\.1:1\/bot cannot be used \(ECONNREFUSED\).*start the server, or correct host and port in DATABASE_URL/,
    ],
    ['with another password', () => `${server.url.replace('secret', 'hidden')}/postgres`, /\(28P01\).*correct the password in DATABASE_URL/],
    ['without the database', () => `${server.url}/hidden_not`, /\(3D000\).*create the database, or correct its name/],
  ])('%s: says so, what to do, and no password', async (_, url, problem) => {
    const message = await problemOf(makeState({ place: { url: url() } }));
    expect(message).toMatch(problem);
    expect(message).not.toMatch(/:(?:hidden|secret)@/);
  });

  it('that is too old: says how old it is, and how old it may be', async () => {
    const old = await startOldServer('130014');
    onTestFinished(old.stop);
    expect(await problemOf(makeState({ place: { url: old.url } }))).toMatch(/is Postgres 13\. What to do: bring it to Postgres 14 or newer/);
  });

  it('is used as soon as the fault is mended, with what was written meanwhile', async () => {
    const url = `${server.url}/late`;
    const state = makeState({ place: { url } });
    const written = state.lane('answer', writeAnswers)(answerRow());
    expect(await problemOf(state)).toMatch(/3D000/);
    const admin = makeState({ place: { url: `${server.url}/postgres` } });
    await admin.start();
    await admin.read((database) => database.execute('create database late'));
    await written;
    expect(state.status).toEqual({ kind: 'ready' });
    expect(await state.read((database) => database.$count(answers))).toBe(1);
  });
});

describe('a folder', () => {
  it('that cannot be made: says so, and what to do', async () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    expect(await problemOf(makeState({ place: { folder: join(file, 'state') } }))).toMatch(
      /cannot be written \(ENOTDIR\).*make it writable.*or set STATE_FOLDER/,
    );
  });

  it('of another process: says which, and is taken over as soon as that one is gone', async () => {
    const path = folder();
    const child = spawn(process.execPath, [join(import.meta.dirname, 'write-until-killed.ts'), 'folder', path], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    const state = makeState({ place: { folder: path } });
    expect(await problemOf(state)).toContain(`belongs to process ${child.pid}`);
    child.kill('SIGKILL');
    await state.start();
    expect(await state.read((database) => database.$count(answers))).toBeGreaterThan(0);
  });

  it('with a damaged database: says so, does not touch it, and begins anew once it is moved away', async () => {
    const path = folder();
    await openAndClose({ folder: path });
    writeFileSync(join(path, 'pglite', 'global', 'pg_control'), 'not what it was');
    const state = makeState({ place: { folder: path } });
    expect(await problemOf(state)).toMatch(/cannot be opened.*put back a backup of that folder, or move it away to begin anew/);
    rmSync(join(path, 'pglite'), { recursive: true });
    await state.start();
    expect(state.status).toEqual({ kind: 'ready' });
  });

  const small = smallDisk();
  it.skipIf(small === null)(
    'on a full disk: says so, loses nothing, and goes on when there is room (skipped where no small disk can be mounted)',
    { timeout: 180_000 },
    async () => {
      const state = makeState({ place: { folder: join(small ?? '', 'state') } });
      onTestFinished(async () => {
        await state.close(1_000);
        execFileSync('umount', [small ?? '']);
      });
      await state.start();
      const write = state.lane('answer', writeAnswers);
      const written: Promise<void>[] = [];
      while (state.status.kind === 'ready') {
        for (let row = 0; row < 200 && state.waiting < 2_000; row++) written.push(write(answerRow({ question: 'x'.repeat(400) })));
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect(await problemOf(state)).toMatch(/ended by itself|is full/);
      execFileSync('mount', ['-o', 'remount,size=300m', small ?? '']);
      await Promise.all(written);
      expect(await state.read((database) => database.$count(answers))).toBe(written.length);
    },
  );
});

/** Null where this user may not mount one. */
function smallDisk(): string | null {
  const path = mkdtempSync(join(tmpdir(), 'layoffs-small-'));
  try {
    mkdirSync(path, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=60m', 'tmpfs', path], { stdio: 'ignore' });
    return path;
  } catch {
    return null;
  }
}

describe.each(DATABASES)('on $name', ({ fresh }) => {
  it('another key for people: says so, and what to do', async () => {
    const { place, remove } = await fresh();
    onTestFinished(remove);
    await openAndClose(place);
    expect(await problemOf(makeState({ place, peopleKey: 'another' }))).toMatch(
      /PEOPLE_KEY is not the key that this database was begun with.*set the key that it had/,
    );
  });
});
