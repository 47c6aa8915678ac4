import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Outgoing } from '../../../src/bot/outgoing.ts';
import { answerDays, answers, factVotes, feedback } from '../../../src/state/schema.ts';
import type { State } from '../../../src/state/state.ts';
import { startDesks, untilWritten } from '../../bot/start-desks.ts';
import { ANN, actionOf, BOB, buttonsOf, person, replyOf, textOf } from '../../bot/start-reception.ts';
import { DATABASES, freshFolder } from '../../state/databases.ts';
import { makeState, openForSuite } from '../../state/open-state.ts';

const QUESTION = 'how many people does Borel lay off';
const ADMIN = person('admin', { admin: true });
const AMÉLIE = person('amélie', { language: 'fr' });

/** What the two buttons below an answer do. */
function feedbackBelow(outgoing: Outgoing) {
  const [block, ...others] = replyOf(outgoing).blocks.flatMap((one) => (one.kind === 'feedback' ? [one] : []));
  if (block === undefined || others.length > 0) throw new Error('there is no feedback below the answer, or more than one');
  return { good: block.good.action, bad: block.bad.action, labels: [block.good.label, block.bad.label] };
}

describe.each(DATABASES)('feedback, remembered by $name', ({ fresh }) => {
  let state: State;

  beforeAll(async () => {
    const opened = await openForSuite(fresh, () => new Date());
    state = opened.state;
    return opened.end;
  }, 60_000);

  beforeEach(() =>
    state.change(async (transaction) => {
      for (const table of [feedback, factVotes, answerDays, answers]) await transaction.delete(table);
    }),
  );

  const kept = () => state.read((database) => database.select().from(feedback));

  it('stands below every answer to a question, and below no command', async () => {
    const { ask, type } = await startDesks({ state });
    expect(feedbackBelow(await ask(QUESTION)).labels).toEqual(['Helpful', 'Not helpful']);
    expect(feedbackBelow(await ask('combien de personnes Borel licencie-t-il')).labels).toEqual(['Utile', 'Pas utile']);
    expect(feedbackBelow(await ask('who owns Borel')).labels).toEqual(['Helpful', 'Not helpful']);
    expect(feedbackBelow(await type(`ask ${QUESTION}`)).good).toMatch(/^good:/);
    expect(replyOf(await type('list')).blocks.map(({ kind }) => kind)).not.toContain('feedback');
  });

  it('is thanked for privately and kept with question, facts and version', async () => {
    const { ask, press, bot } = await startDesks({ state });
    const thanks = await press(feedbackBelow(await ask(QUESTION)).good, { by: BOB });
    expect(thanks).toMatchObject({ kind: 'say', audience: 'private' });
    expect(textOf(thanks)).toBe('Thank you.');
    expect(buttonsOf(thanks)).toEqual([]);
    expect(await kept()).toMatchObject([
      { person: state.hash(BOB.id), good: true, reason: null, question: QUESTION, facts: ['borel-cut'], version: bot.library.version, language: 'en' },
    ]);
  });

  it('asks for a reason after 👎, which nobody has to give, and the last word of each person counts', async () => {
    const { ask, press } = await startDesks({ state });
    const { good, bad } = feedbackBelow(await ask(QUESTION));
    const asked = await press(bad);
    expect(buttonsOf(asked).map(({ label }) => label)).toEqual(['It is wrong', 'It is outdated', 'Not what I asked', 'Something else…']);
    const noted = await press(actionOf('It is outdated', asked));
    expect(noted).toMatchObject({ kind: 'replace' });
    expect(textOf(noted)).toBe('Thank you, that is noted.');
    expect(await kept()).toMatchObject([{ good: false, reason: 'outdated' }]);
    await press(good);
    await press(bad, { by: BOB });
    expect((await kept()).map((one) => one.good).toSorted()).toEqual([false, true]);
    expect(await state.read((database) => database.select().from(factVotes))).toMatchObject([{ fact: 'borel-cut', good: 1, bad: 1 }]);
  });

  it.each([
    ['it said 250, not 300', 'it said 250, not 300'],
    [' two\n lines ', 'two lines'],
    ['', null],
    ['null\0byte \ud800 <!channel> @everyone =1+1', 'nullbyte \ufffd <!channel> @everyone =1+1'],
    ['x'.repeat(4_000), 'x'.repeat(300)],
  ])('takes a line of text for another reason: %j', async (written, remark) => {
    const { ask, press, send } = await startDesks({ state });
    const asked = await press(feedbackBelow(await ask(QUESTION)).bad);
    const shown = await press(actionOf('Something else…', asked));
    if (shown.kind !== 'form') throw new Error('no form was shown');
    expect(shown.form.fields).toMatchObject([{ kind: 'text', required: false, long: false }]);
    const values = new Map(written === '' ? [] : [[shown.form.fields[0]?.id ?? '', [written]]]);
    const [thanks] = await send({ kind: 'submit', action: shown.form.action, values });
    expect(thanks && textOf(thanks)).toBe('Thank you, that is noted.');
    expect(await kept()).toMatchObject([{ good: false, reason: 'other', remark }]);
  });

  it('offers a human after 👎 where there is one', async () => {
    const { ask, press } = await startDesks({ state, human: { label: 'Ask a human', action: 'human:1', style: 'plain' } });
    const asked = await press(feedbackBelow(await ask(QUESTION)).bad, { by: AMÉLIE });
    expect(buttonsOf(asked).map(({ label }) => label)).toEqual(['C’est faux', 'C’est dépassé', 'Pas ma question', 'Autre chose…', 'Ask a human']);
    expect(buttonsOf(await press(actionOf('C’est faux', asked), { by: AMÉLIE })).map(({ label }) => label)).toEqual(['Ask a human']);
  });

  it('is taken after a restart, too, and not held against facts that were only the nearest', async () => {
    const before = await startDesks({ state });
    const { bad } = feedbackBelow(await before.ask('why did Acme cut jobs'));
    await untilWritten(state);
    const { press } = await startDesks({ state });
    expect(textOf(await press(bad))).toContain('Thank you.');
    expect(await kept()).toMatchObject([{ question: 'why did Acme cut jobs', facts: [], good: false }]);
    expect(await state.read((database) => database.$count(factVotes))).toBe(0);
  });

  it('is not taken for an answer that nobody knows any more', async () => {
    const { press } = await startDesks({ state });
    for (const id of [randomUUID(), 'no uuid', "'; drop table answers"]) expect(textOf(await press(`good:${id}`))).toContain('I no longer know which answer');
    expect(await kept()).toEqual([]);
  });

  it('with a reason that no button has is a button from another time', async () => {
    const { press } = await startDesks({ state });
    expect(textOf(await press(`why:hate|${randomUUID()}`))).toContain('This button is from before');
  });

  it('is shown to admins: the worst facts, then the newest with question, facts and version', async () => {
    const { ask, press, type, bot } = await startDesks({ state });
    expect(textOf(await type('feedback', { by: ADMIN }))).toBe('There is no feedback yet.');
    const { good, bad } = feedbackBelow(await ask(QUESTION));
    await press(good, { by: BOB });
    const asked = await press(bad);
    const shown = await press(actionOf('Something else…', asked));
    if (shown.kind !== 'form') throw new Error('no form was shown');
    await untilWritten(state);
    await press(actionOf('It is wrong', asked));
    const told = await type('feedback', { by: ADMIN });
    expect(told).toMatchObject({ audience: 'private' });
    const statement = 'Borel lays off about 250 people, 30% of its workforce. (borel-cut)';
    const { version } = bot.library;
    const today = new Date().toISOString().slice(0, 10);
    expect(textOf(told)).toBe(
      [
        'In the last 30 days: 👍 1, 👎 1.',
        'Facts with the most 👎',
        `• 👎 1 of 2 — ${statement}`,
        'Newest votes',
        `• 👎 “${QUESTION}” — wrong — ${statement} — version ${version}, test, ${today}`,
        `• 👍 “${QUESTION}” — ${statement} — version ${version}, test, ${today}`,
      ].join('\n'),
    );
    expect(textOf(await type('feedback --bad', { by: ADMIN }))).not.toContain('• 👍');
    expect(textOf(await type('feedback', { by: person('cheffe', { admin: true, language: 'fr' }) }))).toContain('👎 1 sur 2');
    expect(textOf(await type('feedback', { by: ANN }))).toContain('only for those who look after this bot');
  });
});

describe('feedback without a database', () => {
  it('is promised to be noted later, and is written when it is back', async () => {
    const { place, remove } = await freshFolder();
    const state = makeState({ place });
    const { ask, press } = await startDesks({ state });
    expect(textOf(await press(feedbackBelow(await ask(QUESTION)).good))).toBe('Thank you. It will be noted as soon as my memory is back.');
    await state.start();
    await untilWritten(state);
    expect(await state.read((database) => database.$count(feedback))).toBe(1);
    await state.close(1_000);
    await remove();
  }, 30_000);

  it('of an answer from before a restart cannot be taken, and says so', async () => {
    const { place, remove } = await freshFolder();
    const { press } = await startDesks({ state: makeState({ place }) });
    expect(textOf(await press(`good:${randomUUID()}`))).toContain('what I remember is out of reach');
    await remove();
  });
});
