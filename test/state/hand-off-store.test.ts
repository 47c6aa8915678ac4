import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeAnswers } from '../../src/state/answer-log.ts';
import type { NewHandOff } from '../../src/state/hand-off.ts';
import { HandOffStore } from '../../src/state/hand-off-store.ts';
import { openHandOffRecords } from '../../src/state/open-hand-off-records.ts';
import { answerDays, answers, handOffs } from '../../src/state/schema.ts';
import { State } from '../../src/state/state.ts';
import { answerRow } from './answer-row.ts';
import { DATABASES, type FreshDatabase } from './databases.ts';
import { SILENT } from './open-state.ts';

const NOON = new Date('2026-03-01T12:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ANN = { id: 'UANN', name: 'Ann' };
const BEN = { id: 'UBEN', name: null };
const PLATFORMS = ['slack'];

function question(changes: Partial<NewHandOff> = {}): NewHandOff {
  return {
    id: randomUUID(),
    platform: 'slack',
    workspace: 'T1',
    channel: 'C1',
    thread: '1.1',
    direct: false,
    asker: 'UASKER',
    person: 'asker',
    language: 'en',
    question: 'Who is it?',
    found: 'The documents do not say.',
    facts: ['f1'],
    link: 'https://chat.example/C1/1.1',
    editorsChannel: 'CEDIT',
    ...changes,
  };
}

describe.each(DATABASES)('questions that are with humans, on $name', ({ fresh }) => {
  let database: FreshDatabase;
  let state: State;
  let store: HandOffStore;
  let now = NOON;
  const pass = (ms: number) => {
    now = new Date(now.getTime() + ms);
  };

  beforeAll(async () => {
    database = await fresh();
    state = new State({ place: database.place, peopleKey: 'key', log: SILENT, now: () => now });
    await state.start();
    store = new HandOffStore(state);
  });
  afterAll(async () => {
    await state.close(1_000);
    await database.remove();
  });
  beforeEach(async () => {
    now = NOON;
    await state.change(async (transaction) => {
      await transaction.delete(handOffs);
      await transaction.delete(answerDays);
      await transaction.delete(answers);
    });
  });

  async function opened(changes: Partial<NewHandOff> = {}) {
    const given = question(changes);
    await store.open(given);
    await store.posted(given.id, `m-${given.id}`, 'https://chat.example/CEDIT/1');
    return given.id;
  }

  it('are there once for each answer, whoever presses at the same moment', async () => {
    const given = question();
    const kinds = await Promise.all([store.open(given), store.open({ ...given, person: 'other', asker: 'UOTHER' }), store.open(given)]);
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(['known', 'known', 'opened']);
    expect(await state.read((reader) => reader.$count(handOffs))).toBe(1);
  });

  it('are five for a person at most, also where all are handed over at once', async () => {
    const mine = Array.from({ length: 8 }, () => question());
    const kinds = await Promise.all(mine.map((one) => store.open(one)));
    expect(kinds.filter(({ kind }) => kind === 'opened')).toHaveLength(5);
    expect(kinds.filter(({ kind }) => kind === 'many')).toHaveLength(3);
    expect((await store.open(question({ person: 'other' }))).kind).toBe('opened');
    await store.close(mine[kinds.findIndex(({ kind }) => kind === 'opened')]?.id ?? '');
    expect((await store.open(question())).kind).toBe('opened');
  });

  it('count as handed over when the editors have them, and once', async () => {
    const id = await opened();
    await store.posted(id, 'another message', null);
    await opened({ language: 'fr' });
    await store.open(question());
    const days = await state.read((reader) => reader.select().from(answerDays).orderBy(answerDays.language));
    expect(days).toMatchObject([
      { day: '2026-03-01', platform: 'slack', language: 'en', handed: 1, answered: 0 },
      { language: 'fr', handed: 1 },
    ]);
    expect(await store.findPosted('slack', 'CEDIT', `m-${id}`)).toMatchObject({ id, editorsLink: 'https://chat.example/CEDIT/1' });
    expect(await store.findPosted('slack', 'CEDIT', 'another message')).toBeNull();
  });

  it('can be dropped as long as no editor has seen them', async () => {
    const given = question();
    await store.open(given);
    await store.drop(given.id);
    expect(await store.find(given.id)).toBeNull();
    const seen = await opened();
    await store.drop(seen);
    expect(await store.find(seen)).not.toBeNull();
    expect(await store.find('no id')).toBeNull();
  });

  it('are taken by one of two editors, and the other one is told who', async () => {
    const id = await opened();
    const both = await Promise.all([store.take(id, ANN), store.take(id, BEN)]);
    const [won, lost] = [both.find(({ ok }) => ok), both.find(({ ok }) => !ok)];
    expect(won?.handOff).toMatchObject({ status: 'taken', takenAt: NOON });
    expect(lost?.handOff?.takenBy).toBe(won?.handOff?.takenBy);
  });

  it('are answered once, by whoever is first, taken or not', async () => {
    const id = await opened();
    await store.take(id, ANN);
    const both = await Promise.all([store.answer(id, ANN, 'It is Ann\0.', true), store.answer(id, BEN, 'It is Ben.', false)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const other = await opened();
    expect(await store.answer(other, ANN, 'It is Ann\0.', true)).toMatchObject({
      ok: true,
      handOff: { status: 'answered', response: 'It is Ann.', editorName: 'Ann', takenBy: 'UANN', asker: 'UASKER', answeredAt: NOON },
    });
    expect(await store.answer(other, BEN, 'No.', false)).toMatchObject({ ok: false, handOff: { takenByName: 'Ann' } });
    expect(await store.take(other, BEN)).toMatchObject({ ok: false });
  });

  it('forget who asked when the answer is delivered, and who answered when they are closed', async () => {
    const id = await opened();
    await store.answer(id, ANN, 'It is Ann.', true);
    await store.delivered(id);
    expect(await store.find(id)).toMatchObject({ asker: null, takenBy: 'UANN', deliveredAt: NOON });
    expect(await store.close(id)).toMatchObject({ ok: true, handOff: { status: 'closed', closedAt: NOON } });
    expect(await store.find(id)).toMatchObject({ asker: null, takenBy: null, takenByName: null, editorName: null, person: 'asker' });
    expect(await store.close(id)).toMatchObject({ ok: false, handOff: { status: 'closed' } });
    expect(await store.take(id, BEN)).toMatchObject({ ok: false, handOff: { status: 'closed' } });
    const open = await opened();
    await store.close(open);
    expect(await store.find(open)).toMatchObject({ asker: null, status: 'closed' });
    expect(await store.close(randomUUID())).toEqual({ ok: false, handOff: null });
  });

  it('are claimed for a reminder after a day, by one of two processes, and a day later again', async () => {
    const id = await opened();
    const taken = await opened();
    const ids = async () => (await store.claimForgotten(PLATFORMS, DAY)).map((one) => one.id);
    pass(DAY - MINUTE);
    await store.take(taken, ANN);
    expect(await ids()).toEqual([]);
    pass(MINUTE);
    expect((await Promise.all([ids(), ids(), ids()])).flat()).toEqual([id]);
    expect(await store.claimForgotten(['discord'], 0)).toEqual([]);
    pass(DAY - MINUTE);
    expect(await ids()).toEqual([taken]);
    pass(MINUTE);
    await store.answer(id, ANN, 'It is Ann.', false);
    expect(await ids()).toEqual([]);
  });

  it('are claimed to be tried again where they were not posted or not delivered', async () => {
    const given = question();
    await store.open(given);
    const answered = await opened();
    await store.answer(answered, ANN, 'It is Ann.', false);
    expect([await store.claimUnposted(PLATFORMS, MINUTE), await store.claimUndelivered(PLATFORMS, MINUTE)]).toEqual([[], []]);
    pass(MINUTE);
    expect(await store.claimUnposted(PLATFORMS, MINUTE)).toMatchObject([{ id: given.id, asker: 'UASKER' }]);
    expect(await store.claimUndelivered(PLATFORMS, MINUTE)).toMatchObject([{ id: answered, asker: 'UASKER' }]);
    expect([await store.claimUnposted(PLATFORMS, MINUTE), await store.claimUndelivered(PLATFORMS, MINUTE)]).toEqual([[], []]);
    pass(MINUTE);
    await store.delivered(answered);
    expect(await store.claimUndelivered(PLATFORMS, MINUTE)).toEqual([]);
  });

  it('are closed a while after they were answered, or when their question is no longer kept', async () => {
    const answered = await opened();
    await store.answer(answered, ANN, 'It is Ann.', false);
    const waiting = await opened();
    const lost = await opened();
    await state.change((transaction) => transaction.update(handOffs).set({ question: null }).where(eq(handOffs.id, lost)));
    expect((await store.closeOld(7 * DAY)).map(({ id }) => id)).toEqual([lost]);
    pass(7 * DAY);
    expect(await store.closeOld(7 * DAY)).toMatchObject([{ id: answered, status: 'answered', deliveredAt: null }]);
    expect(await store.find(answered)).toMatchObject({ status: 'closed', asker: null, takenBy: null });
    expect(await store.find(waiting)).toMatchObject({ status: 'open' });
  });

  it('that wait are listed oldest first, with their age', async () => {
    const records = openHandOffRecords(state, () => true);
    const first = await opened({ question: 'first' });
    await store.take(first, ANN);
    pass(90 * MINUTE);
    await opened({ question: 'second', link: null });
    await store.answer(await opened({ question: 'third' }), ANN, 'Yes.', false);
    expect(await records.waiting(1)).toMatchObject({ count: 2, oldest: [{ question: 'first', minutes: 90, status: 'taken', takenByName: 'Ann' }] });
    expect((await records.waiting(5)).oldest.map((one) => one.question)).toEqual(['first', 'second']);
  });

  it('know the last question of a person, in that workspace and lately', async () => {
    const records = openHandOffRecords(state, () => true);
    const place = { platform: 'slack', workspace: 'T1', channel: 'C1', thread: null, person: 'UANN', direct: false };
    const rows = [
      answerRow({ question: 'before', at: new Date(NOON.getTime() - 2 * MINUTE) }),
      answerRow({ question: 'last', at: new Date(NOON.getTime() - MINUTE) }),
      answerRow({ question: 'elsewhere', workspace: 'T2' }),
      answerRow({ question: 'of another', person: 'bob' }),
    ];
    await state.change((transaction) => writeAnswers(transaction, rows));
    expect(await records.lastQuestion('ann', place)).toEqual({ answer: rows[1]?.id, question: 'last' });
    expect(await records.lastQuestion('ann', { ...place, workspace: null })).toBeNull();
    pass(2 * 60 * MINUTE);
    expect(await records.lastQuestion('ann', place)).toBeNull();
  });
});
