import { sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openNotices } from '../../src/state/notices.ts';
import { DATABASES, freshOnServer } from './databases.ts';
import { makeState, SILENT } from './open-state.ts';

type Place = Parameters<typeof makeState>[0]['place'];

async function openOn(place: Place) {
  const state = makeState({ place });
  const notices = openNotices(state, SILENT);
  onTestFinished(() => notices.close());
  await state.start();
  const heard: (string | null)[] = [];
  notices.on('settings', (payload) => heard.push(payload));
  return { state, notices, heard, tell: (payload: string) => state.change((transaction) => notices.publish(transaction, 'settings', payload)) };
}

async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !holds(); await new Promise((resolve) => setTimeout(resolve, 5))) {
    if (Date.now() > end) throw new Error('it was not so in time');
  }
}

describe('notices', () => {
  it('reach the other processes when the transaction is committed, and not the one that sent them', async () => {
    const { place, remove } = await freshOnServer();
    onTestFinished(remove);
    const [one, other] = [await openOn(place), await openOn(place)];
    await until(() => one.notices.hears() && other.notices.hears());
    const refused = one.state.change(async (transaction) => {
      await one.notices.publish(transaction, 'settings', 'never');
      await transaction.execute(sql`select 1 / 0`);
    });
    await expect(refused).rejects.toThrow();
    await one.tell('slack:T1 “été”\nand more');
    await other.tell('back');
    await until(() => one.heard.includes('back') && other.heard.includes('slack:T1 “été”\nand more'));
    expect([...one.heard, ...other.heard].filter((payload) => payload !== null)).toEqual(['back', 'slack:T1 “été”\nand more']);
  });

  it('that cannot be heard make listeners look for themselves, at once and again when they can be heard', async () => {
    const { place, remove } = await freshOnServer();
    onTestFinished(remove);
    const { state, notices, heard } = await openOn(place);
    await until(() => notices.hears() && heard.length > 0);
    heard.length = 0;
    await state.read((database) =>
      database.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like '% notices'`),
    );
    await until(() => !notices.hears() && heard.length > 0);
    await until(() => notices.hears());
    expect(heard.every((payload) => payload === null)).toBe(true);
  });

  it.each(DATABASES.filter(({ name }) => name === 'PGlite'))('are sent to nobody on $name, which is one process’s alone', async ({ fresh }) => {
    const { place, remove } = await fresh();
    onTestFinished(remove);
    const { notices, heard, tell } = await openOn(place);
    await tell('alone');
    expect(notices.hears()).toBe(false);
    expect(heard).toEqual([]);
  });
});
