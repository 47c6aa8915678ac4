import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type AnswerRow, writeAnswers } from '../../src/state/answer-log.ts';
import { HandOffStore } from '../../src/state/hand-off-store.ts';
import type { Notices } from '../../src/state/notices.ts';
import { openNotices } from '../../src/state/notices.ts';
import { openPrivacy, type Privacy } from '../../src/state/open-privacy.ts';
import { dropOld } from '../../src/state/retention.ts';
import { answerDays, answers, applied, factVotes, feedback, forgotten, handOffs, settings, unanswered } from '../../src/state/schema.ts';
import { State } from '../../src/state/state.ts';
import { writeFeedback } from '../../src/state/write-feedback.ts';
import { answerRow, NOON } from './answer-row.ts';
import { DATABASES, type FreshDatabase, freshOnServer } from './databases.ts';
import { feedbackRow } from './feedback-row.ts';
import { makeState, SILENT } from './open-state.ts';

const DAY = 86_400_000;
const ALONE: Pick<Notices, 'publish' | 'on'> = { publish: () => Promise.resolve(), on: () => {} };
const ANN = { person: 'ann', platform: 'slack', id: 'UANN' };
const TABLES = [answerDays, answers, applied, factVotes, feedback, forgotten, handOffs, settings, unanswered];

function ago(days: number): Date {
  return new Date(NOON.getTime() - days * DAY);
}

describe.each(DATABASES)('what is remembered of people, on $name', ({ fresh }) => {
  let database: FreshDatabase;
  let state: State;
  let privacy: Privacy;
  let store: HandOffStore;
  let write: (row: AnswerRow) => Promise<void>;
  let vote: (row: ReturnType<typeof feedbackRow>) => Promise<void>;
  let now = NOON;

  beforeAll(async () => {
    database = await fresh();
    state = new State({ place: database.place, peopleKey: 'key', log: SILENT, now: () => now });
    privacy = openPrivacy({ state, log: SILENT, notices: ALONE, retentionDays: 90 });
    [write, vote, store] = [state.lane('answer', writeAnswers), state.lane('vote', writeFeedback), new HandOffStore(state)];
    await state.start();
  }, 60_000);
  afterAll(async () => {
    await state.close(1_000);
    await database.remove();
  });
  beforeEach(async () => {
    now = NOON;
    await state.change(async (transaction) => {
      for (const table of TABLES) await transaction.delete(table);
    });
  });

  const all = <Table extends (typeof TABLES)[number]>(table: Table) => state.read((reader) => reader.select().from(table as typeof answers));
  const count = (table: (typeof TABLES)[number]) => state.read((reader) => reader.$count(table));

  async function handOver(person: string, { posted = true, status = 'open', at = NOON }: { posted?: boolean; status?: string; at?: Date } = {}) {
    const id = randomUUID();
    const where = { platform: 'slack', workspace: 'T1', channel: 'D1', thread: '1.1', direct: true, link: 'https://chat.example/1', editorsChannel: 'CEDIT' };
    now = at;
    await store.open({ id, ...where, asker: `U ${person}`, person, language: 'en', question: 'Who?', found: 'Nothing.', facts: [] });
    if (posted) await store.posted(id, `message ${id}`, null);
    if (status === 'taken') await store.take(id, { id: 'UANN', name: 'Ann' });
    if (status === 'answered') await store.answer(id, { id: 'UANN', name: 'Ann' }, 'It was Zoe.', true);
    now = NOON;
    return id;
  }

  const find = async (id: string) => (await state.read((reader) => reader.select().from(handOffs).where(eq(handOffs.id, id))))[0];

  describe('is deleted when they ask for it', () => {
    it('as far as it leads to them, by one transaction, and they are told what it was', async () => {
      const gap = { key: 'g', likeness: 'l', asked: 'who is it', nearest: [] };
      await Promise.all([write(answerRow()), write(answerRow({ outcome: 'unknown', reason: 'off-topic', gap })), write(answerRow({ person: 'bob' }))]);
      await Promise.all([vote(feedbackRow({ remark: 'no good', good: false, reason: 'other' })), vote(feedbackRow({ person: 'bob' }))]);
      const [open, answered, others, unseen] = [
        await handOver('ann'),
        await handOver('ann', { status: 'answered' }),
        await handOver('bob', { status: 'taken' }),
        await handOver('ann', { posted: false }),
      ];
      await state.change(async (transaction) => {
        await transaction.insert(settings).values({ scope: 'slack:T1', value: { language: 'fr' }, at: NOON, person: 'ann' });
        await transaction.insert(applied).values({ version: 'v1', how: 'reload', at: NOON, person: 'ann' });
      });
      const [days, votes] = [await all(answerDays), await all(factVotes)];
      const heard: string[] = [];
      privacy.onForget((person) => heard.push(person));

      expect(await privacy.forget(ANN)).toEqual({ questions: 2, votes: 1, waiting: 2, done: 1, taken: 1, changes: 2 });
      expect(heard).toEqual(['ann']);
      expect((await all(answers)).map(({ person }) => person)).toEqual(['bob']);
      expect((await all(feedback)).map(({ person }) => person)).toEqual(['bob']);
      const gone = { person: '', asker: null, question: null, found: null, response: null, link: null, channel: '', thread: null, editorName: null };
      expect(await find(open)).toMatchObject({ ...gone, status: 'open' });
      expect(await find(answered)).toMatchObject({ ...gone, status: 'closed', takenBy: null });
      expect(await find(unseen)).toBeUndefined();
      expect(await find(others)).toMatchObject({ person: 'bob', status: 'open', takenBy: null, takenByName: null, question: 'Who?' });
      expect(await all(settings)).toMatchObject([{ value: { language: 'fr' }, person: null }]);
      expect(await all(applied)).toMatchObject([{ version: 'v1', person: null }]);

      // What was counted leads to nobody.
      expect([await all(answerDays), await all(factVotes)]).toEqual([days, votes]);
      expect(await all(unanswered)).toMatchObject([{ question: 'who is it' }]);
      // Editors are told when what has lost its words is closed.
      expect((await store.closeOld(DAY)).map(({ id }) => id)).toEqual([open]);
      expect(await privacy.forget(ANN)).toEqual({ questions: 0, votes: 0, waiting: 0, done: 0, taken: 0, changes: 0 });
    });

    it('together with what was still waiting to be written', async () => {
      const written = Promise.all(Array.from({ length: 50 }, () => write(answerRow())));
      expect(await privacy.forget(ANN)).toMatchObject({ questions: 50 });
      await written;
      expect(await count(answers)).toBe(0);
    });

    it('and so is what arrives afterwards of what they had asked before, but not what they ask after', async () => {
      await privacy.forget(ANN);
      await write(answerRow({ at: ago(1) }));
      await write(answerRow({ at: new Date(NOON.getTime() + 1_000), question: 'and now?' }));
      await vote(feedbackRow({ at: ago(1) }));
      await privacy.sweep();
      expect((await all(answers)).map(({ question }) => question)).toEqual(['and now?']);
      expect(await count(feedback)).toBe(0);
    });

    it('as a whole or not at all', async () => {
      await write(answerRow());
      const refusing: typeof ALONE = { ...ALONE, publish: async (transaction) => void (await transaction.execute(sql`select no_such_column`)) };
      const broken = openPrivacy({ state, log: SILENT, retentionDays: 90, notices: refusing });
      await expect(broken.forget(ANN)).rejects.toThrow();
      expect([await count(answers), await count(forgotten)]).toEqual([1, 0]);
    });
  });

  describe('loses its words after the days of retention', () => {
    it('in more than one batch, and what was counted stays', async () => {
      const gap = (key: string) => ({ key, likeness: 'l', asked: 'who is it', nearest: [] });
      const [old, young] = [ago(91), ago(89)];
      await Promise.all(Array.from({ length: 1_200 }, () => write(answerRow({ at: old }))));
      await Promise.all([
        write(answerRow({ at: old, outcome: 'unknown', reason: 'off-topic', gap: gap('old') })),
        write(answerRow({ at: young, outcome: 'unknown', reason: 'off-topic', gap: gap('young') })),
      ]);
      await Promise.all([vote(feedbackRow({ at: old, good: false, reason: 'other', remark: 'hm' })), vote(feedbackRow({ at: young, remark: 'hm' }))]);
      const [open, answered, kept] = [
        await handOver('ann', { at: old }),
        await handOver('bob', { at: old, status: 'answered' }),
        await handOver('cyd', { at: young }),
      ];
      const days = await all(answerDays);

      expect(await dropOld(state, 90)).toEqual({ answers: 1_201, feedback: 1, unanswered: 1, handOffs: 2 });
      expect((await all(answers)).map(({ at }) => at)).toEqual([young]);
      const votes = await state.read((reader) => reader.select().from(feedback).orderBy(feedback.at));
      expect(votes).toMatchObject([
        { question: null, remark: null, good: false },
        { question: 'How many?', good: true },
      ]);
      const gaps = await state.read((reader) => reader.select().from(unanswered).orderBy(unanswered.key));
      expect(gaps).toMatchObject([
        { key: 'old', question: null, count: 1 },
        { key: 'young', question: 'who is it' },
      ]);
      const dropped = { question: null, found: null, response: null, link: null, editorName: null };
      expect([await find(open), await find(answered), await find(kept)]).toMatchObject([dropped, { ...dropped, status: 'answered' }, { question: 'Who?' }]);
      expect(await all(answerDays)).toEqual(days);
      expect(await dropOld(state, 90)).toEqual({ answers: 0, feedback: 0, unanswered: 0, handOffs: 0 });
    });

    it('once, where two processes drop it at the same time', async () => {
      await Promise.all(Array.from({ length: 1_500 }, () => write(answerRow({ at: ago(91) }))));
      const dropped = await Promise.all([dropOld(state, 90), dropOld(state, 90)]);
      expect(dropped.reduce((sum, one) => sum + one.answers, 0)).toBe(1_500);
      expect(await count(answers)).toBe(0);
    });

    it('and who asked to be forgotten is known for a week, no longer', async () => {
      await privacy.forget(ANN);
      now = new Date(NOON.getTime() + 6 * DAY);
      await dropOld(state, 90);
      expect(await count(forgotten)).toBe(1);
      now = new Date(NOON.getTime() + 8 * DAY);
      await dropOld(state, 90);
      expect(await count(forgotten)).toBe(0);
    });
  });
});

describe('people who ask one of two processes to be forgotten', () => {
  it('are forgotten by the other as well', async () => {
    const { place, remove } = await freshOnServer();
    onTestFinished(remove);
    const open = async () => {
      const state = makeState({ place });
      const notices = openNotices(state, SILENT);
      onTestFinished(() => notices.close());
      const privacy = openPrivacy({ state, log: SILENT, notices, retentionDays: 90 });
      const heard: string[] = [];
      privacy.onForget((person) => heard.push(person));
      await state.start();
      return { privacy, heard };
    };
    const [one, other] = [await open(), await open()];
    await one.privacy.forget(ANN);
    await vi.waitFor(() => expect(other.heard).toContain('ann'), { timeout: 2_000, interval: 10 });
    expect(one.heard).toEqual(['ann']);
  });
});
