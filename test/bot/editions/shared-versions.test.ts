import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { desc } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readDataFiles } from '../../../src/reading/data-files.ts';
import type { DatabasePlace } from '../../../src/state/open-database.ts';
import { applied } from '../../../src/state/schema.ts';
import { writeSmallProject } from '../../fixtures/small-project.ts';
import { allText } from '../../fixtures/start-bot.ts';
import { DATABASES } from '../../state/databases.ts';
import { eventually, QUESTION, startReplica } from '../start-replica.ts';

const BY = { id: 'test:ann', person: 'ann' };

describe.each(DATABASES)('versions of the data on $name', ({ fresh }) => {
  async function freshPlace(): Promise<DatabasePlace> {
    const { place, remove } = await fresh();
    onTestFinished(remove);
    return place;
  }

  async function start(place: DatabasePlace, folder = writeSmallProject().folder) {
    const replica = await startReplica(place, folder);
    onTestFinished(replica.stop);
    const rows = () => replica.state.read((database) => database.select().from(applied).orderBy(desc(applied.seq)));
    await eventually(async () => (await rows().catch(() => [])).length > 0, 20_000);
    return { ...replica, rows };
  }

  it('are written down with who, how and when, and their files as they were', async () => {
    const { bot, folder, say, run, rows, state, asker } = await start(await freshPlace());
    const [first] = await rows();
    expect(first).toMatchObject({ version: bot.library.version, fromVersion: null, how: 'start', person: null, filesVersion: bot.library.version });
    const before = readDataFiles(folder);
    say('now');
    const reply = await run('reload');
    const [second] = await rows();
    expect(second).toMatchObject({ version: reply.version, fromVersion: first?.version, how: 'reload', person: asker.person });
    expect(allText(await run('history'))).toMatch(
      new RegExp(
        `${reply.version} \\(in use\\) · since 20.* UTC, reload by you · 4 facts, 1 gap, 3 documents\n.*${first?.version} · since 20.* UTC, at a start · 4 facts, 1 gap, 3 documents`,
      ),
    );
    const kept = await state.read((database) => database.query.versions.findMany());
    const unpacked = kept.map(({ version, files }) => [version, brotliDecompressSync(files).toString()] as const);
    expect(new Map<string | undefined, string | undefined>(unpacked)).toEqual(
      new Map<string | undefined, string | undefined>([
        [first?.version, before?.toString()],
        [second?.version, readDataFiles(folder)?.toString()],
      ]),
    );
    expect(before?.toString()).toContain('seeds/borel.txt');
    await run('reload');
    expect(await rows()).toHaveLength(2);
  });

  it('come back by a rollback, which a restart does not undo', async () => {
    const place = await freshPlace();
    const first = await start(place);
    const from = first.bot.library.version;
    first.say('now');
    const { version } = await first.run('reload');
    const shown = await first.bot.runTyped(`rollback ${from}`, { ...first.asker, buttons: true });
    expect(allText(shown)).toContain(`Version ${from} is ready. Version ${version} answers`);
    expect(allText(shown)).toContain('changed (1): borel-cut');
    expect(first.bot.library.version).toBe(version);
    expect(allText(await first.run(`rollback ${from.toUpperCase()}`))).toContain(`Gone back: version ${version} → ${from}.`);
    expect(allText(first.bot.ask(QUESTION, []))).toContain('Borel lays off');
    await first.stop();
    const second = await start(place, first.folder);
    await eventually(() => second.bot.library.version === from, 5_000);
    expect(second.lines.join('')).toContain('was replaced before');
    expect(allText(await second.run('status'))).toContain(`The data folder holds version ${version}`);
    expect((await second.rows()).map(({ how }) => how)).toEqual(['rollback', 'reload', 'start']);
    expect(allText(await second.run('reload'))).toContain(`Reloaded: version ${from} → ${version}.`);
    expect(allText(await second.run('status'))).not.toContain('another version');
  });

  it('come back although many others were in use since, and the process was started anew', async () => {
    const place = await freshPlace();
    const first = await start(place);
    const from = first.bot.library.version;
    for (const word of ['now', 'today', 'again', 'indeed']) {
      first.say(word);
      await first.run('reload');
    }
    await first.stop();
    const second = await start(place, first.folder);
    expect(allText(second.bot.ask(QUESTION, []))).toContain('Borel indeed lays off');
    expect(allText(await second.run(`rollback ${from}`))).toContain(`→ ${from}.`);
    expect(allText(second.bot.ask(QUESTION, []))).toContain('Borel lays off');
    expect(allText(await second.run('rollback 12345678'))).toBe('No version “12345678” is kept. To see those that are: /history');
    expect(allText(await second.run('rollback @everyone'))).toContain('No version “…” is kept');
    expect(allText(await second.run(`rollback ${from}`))).toBe(`Version ${from} is the one in use.`);
  });

  it('go on with the last one where the files are broken at a restart, and say so', async () => {
    const place = await freshPlace();
    const first = await start(place);
    first.say('now');
    const { version } = await first.run('reload');
    await first.stop();
    const file = join(first.folder, 'data/topics.yaml');
    const sound = readFileSync(file, 'utf8');
    writeFileSync(file, '{{{');
    const second = await start(place, first.folder);
    expect(second.bot.library.version).toBe(version);
    expect(allText(second.bot.ask(QUESTION, []))).toContain('Borel now lays off');
    expect(allText(await second.run('status'))).toContain(`cannot be used, so I go on with version ${version}, which was applied last`);
    expect(allText(await second.run('reload'))).toContain('Not reloaded');
    writeFileSync(file, sound);
    expect(allText(await second.run('reload'))).toContain('nothing has changed');
    expect(allText(await second.run('status'))).not.toContain('cannot be used');
  });

  it('that are new at a start come into use', async () => {
    const place = await freshPlace();
    const first = await start(place);
    const from = first.bot.library.version;
    await first.stop();
    first.say('now');
    const second = await start(place, first.folder);
    await eventually(async () => (await second.rows()).length === 2, 5_000);
    expect(await second.rows()).toMatchObject([
      { how: 'start', fromVersion: from, version: second.bot.library.version },
      { how: 'start', version: from },
    ]);
    expect(allText(second.bot.ask(QUESTION, []))).toContain('Borel now lays off');
  });

  it('refuse a decision on one that is no longer in use', async () => {
    const { bot, say, run, rows } = await start(await freshPlace());
    const from = bot.library.version;
    say('now');
    const { version } = await run('reload');
    expect(await bot.editions.rollBack(from, BY, true, from)).toMatchObject({ ok: true, applied: false, meanwhile: version });
    expect(bot.library.version).toBe(version);
    expect(await rows()).toHaveLength(2);
  });
});
