import { desc, sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { applied, deliveries } from '../../src/state/schema.ts';
import { writeSmallProject } from '../fixtures/small-project.ts';
import { allText } from '../fixtures/start-bot.ts';
import { freshOnServer, startServer } from '../state/databases.ts';
import { buttonsOf, person, startReception, textOf } from './start-reception.ts';
import { eventually, QUESTION, startReplica } from './start-replica.ts';

const ADMIN = person('admin', { admin: true });

async function freshPlace() {
  const { place, remove } = await freshOnServer();
  onTestFinished(remove);
  return place;
}

type Replica = Awaited<ReturnType<typeof startReplica>>;

async function start(place: Parameters<typeof startReplica>[0]): Promise<Replica> {
  const replica = await startReplica(place, writeSmallProject().folder);
  onTestFinished(replica.stop);
  return replica;
}

/** Several that know of each other and agree. */
async function startTogether(count: number) {
  const place = await freshPlace();
  const replicas: Replica[] = [];
  for (let at = 0; at < count; at++) replicas.push(await start(place));
  await together(replicas);
  const [first, second] = replicas;
  if (first === undefined || second === undefined) throw new Error('there have to be two');
  return { place, replicas, first, second };
}

async function together(replicas: readonly Replica[]): Promise<void> {
  await eventually(() => replicas.every(({ versions }) => versions.processes() === replicas.length && versions.notices.hears()), 20_000);
}

function agree(replicas: readonly Replica[], version: string): boolean {
  return replicas.every(({ bot }) => bot.library.version === version && bot.ask(QUESTION, []).version === version);
}

function rowsOf({ state }: Replica) {
  return state.read((database) => database.select().from(applied).orderBy(desc(applied.seq)));
}

/** Ends the connections on which others are heard. */
function deafen({ state }: Replica) {
  return state.read((database) =>
    database.execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'ai-layoffs-bot notices'`,
    ),
  );
}

describe('processes that share a database', () => {
  it('all go over to a reload and back with a rollback, at once', async () => {
    const { replicas, first, second } = await startTogether(3);
    const from = first.bot.library.version;
    first.say('now');
    const { version } = await first.run('reload');
    expect(version).not.toBe(from);
    await eventually(() => agree(replicas, version));
    expect(allText(second.bot.ask(QUESTION, []))).toContain('Borel now lays off');
    await second.run(`rollback ${from}`);
    await eventually(() => agree(replicas, from));
    expect(allText(await second.run('status'))).toContain('Processes | 3');
    expect((await rowsOf(first)).map(({ how }) => how)).toEqual(['rollback', 'reload', 'start']);
  });

  it('let Apply and Cancel be pressed on another one than the one that loaded', async () => {
    const { replicas, first, second } = await startTogether(2);
    const from = first.bot.library.version;
    const [here, there] = [await startReception({ bot: first.bot }), await startReception({ bot: second.bot })];
    first.say('now');
    const shown = await here.type('reload', { by: ADMIN });
    const [apply, cancel] = buttonsOf(shown).map(({ action }) => action);
    const version = apply?.replace('apply:', '') ?? '';
    await eventually(() => second.bot.editions.inMemory(version) !== null, 5_000);
    expect(agree(replicas, from)).toBe(true);
    expect(textOf(await there.press(cancel ?? '', { by: ADMIN }))).toContain('Cancelled');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(textOf(await here.press(apply ?? '', { by: ADMIN }))).toContain('Nothing applied');
    await here.type('reload', { by: ADMIN });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(textOf(await there.press(apply ?? '', { by: ADMIN }))).toBe(`Applied: version ${from} → ${version}.`);
    await eventually(() => agree(replicas, version));
  });

  it('let one of two admins win who decide at once, and tell the other', async () => {
    const { replicas, first, second } = await startTogether(2);
    const receptions = [await startReception({ bot: first.bot }), await startReception({ bot: second.bot })];
    for (const words of [
      ['now', 'today'],
      ['again', 'indeed'],
    ]) {
      const shown = [];
      for (const [at, replica] of replicas.entries()) {
        replica.say(words[at] ?? '');
        shown.push(await receptions[at]?.type('reload', { by: ADMIN }));
      }
      const actions = shown.map((outgoing) => (outgoing === undefined ? '' : buttonsOf(outgoing)[0]?.action) ?? '');
      const before = (await rowsOf(first)).length;
      const texts = (await Promise.all(receptions.map((reception, at) => reception.press(actions[at] ?? '', { by: ADMIN })))).map(textOf);
      const [head, ...older] = await rowsOf(first);
      expect(older).toHaveLength(before);
      expect(texts.sort()).toEqual([
        `Applied: version ${older[0]?.version} → ${head?.version}.`,
        `Nothing applied: version ${head?.version} came into use meanwhile. Look at the difference again before you decide.`,
      ]);
      await eventually(() => agree(replicas, head?.version ?? ''));
    }
  });

  it('hear of it although the connection on which they are told was cut', async () => {
    const { replicas, first, second } = await startTogether(2);
    const from = first.bot.library.version;
    first.say('now');
    const { version } = await first.run('reload');
    await eventually(() => agree(replicas, version));
    await deafen(first);
    await eventually(() => !second.versions.notices.hears(), 2_000);
    await first.run(`rollback ${from}`);
    expect(second.versions.notices.hears()).toBe(false);
    await eventually(() => agree(replicas, from));
    await together(replicas);
    await first.run(`rollback ${version}`);
    await eventually(() => agree(replicas, version));
  });

  it('answer what was delivered to several of them once', async () => {
    const { first, second, replicas } = await startTogether(2);
    const receptions = await Promise.all(replicas.map(({ bot, versions }) => startReception({ bot, claims: versions.claims })));
    const deliveriesOf = Array.from({ length: 200 }, (_, at) => `event ${at}`);
    const counts = await Promise.all(
      deliveriesOf.map(async (delivery, at) => {
        const by = person(`p${at % 40}`);
        const delivered = await Promise.all(receptions.map((reception) => reception.send({ kind: 'question', text: QUESTION }, { delivery, by })));
        return delivered.flat().length;
      }),
    );
    expect(counts.every((count) => count === 1)).toBe(true);
    expect(await first.state.read((database) => database.$count(deliveries))).toBe(200);
    await second.stop();
    await eventually(() => first.versions.processes() === 1);
    expect(await first.versions.claims.claim('one more')).toBe(true);
    expect(await first.state.read((database) => database.$count(deliveries))).toBe(200);
  });

  it('apply alone while the server is away, and agree when it is back', async () => {
    const server = await startServer();
    onTestFinished(server.remove);
    const place = { url: `${server.url}/postgres` };
    const replicas = [await start(place), await start(place)];
    const [first, second] = replicas;
    if (first === undefined || second === undefined) throw new Error('there have to be two');
    await together(replicas);
    const from = first.bot.library.version;
    await server.stop();
    const claimed = performance.now();
    expect(await first.versions.claims.claim('while it is away')).toBe(true);
    expect(performance.now() - claimed).toBeLessThan(500);
    first.say('now');
    const { version } = await first.run('reload');
    expect(allText(first.bot.ask(QUESTION, []))).toContain('Borel now lays off');
    expect(second.bot.library.version).toBe(from);
    await server.start();
    await eventually(() => agree(replicas, version), 20_000);
    expect(await rowsOf(first)).toMatchObject([{ version, how: 'reload', fromVersion: from }, { how: 'start' }]);

    await together(replicas);
    await server.stop();
    first.say('today');
    second.say('again');
    await Promise.all([first.run('reload'), second.run('reload')]);
    expect(first.bot.library.version).not.toBe(second.bot.library.version);
    await server.start();
    await eventually(() => first.bot.library.version === second.bot.library.version, 20_000);
    expect((await rowsOf(first)).map(({ how }) => how)).toEqual(['reload', 'reload', 'start']);
    expect([...first.lines, ...second.lines].filter((line) => line.includes('that one is followed'))).toHaveLength(1);
  });
});
