import { pino } from 'pino';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Outgoing } from '../../../src/bot/outgoing.ts';
import { watchGaps } from '../../../src/desks/gaps/watch-gaps.ts';
import { answers, notes, unanswered, unansweredGroups } from '../../../src/state/schema.ts';
import type { State } from '../../../src/state/state.ts';
import { startDesks, untilWritten } from '../../bot/start-desks.ts';
import { ANN, actionOf, BOB, buttonsOf, person, replyOf, textOf } from '../../bot/start-reception.ts';
import { put } from '../../fixtures/small-project.ts';
import { DATABASES } from '../../state/databases.ts';
import { openForSuite } from '../../state/open-state.ts';

const WHY = 'why did Acme cut jobs';
/** As it is kept. */
const KEPT = WHY;
const POURQUOI = 'pourquoi acme supprime-t-il des postes';
const ADMIN = { by: person('admin', { admin: true }) };
const CHEFFE = { by: person('cheffe', { admin: true, language: 'fr' }) };

/** The gap is filled: the document gives a reason now. */
const FILLED = [
  put('data/gaps/acme.yaml', '[]\n'),
  put(
    'data/facts/why.yaml',
    `- id: acme-why
  company: acme
  topic: jobs-cut
  statement:
    en: Acme regrets it.
    fr: Acme le regrette.
  quotes:
    - document: acme-cuts
      exact: We regret it
  claimant: {kind: named-official, who: jane-doe}
  firmness: stated
  stance: reports
  phrasings:
    en: |
      why did Acme cut jobs
    fr: |
      pourquoi Acme supprime-t-il des postes
`,
  ),
] as const;

describe.each(DATABASES)('questions without an answer, remembered by $name', ({ fresh }) => {
  let state: State;

  beforeAll(async () => {
    const opened = await openForSuite(fresh, () => new Date());
    state = opened.state;
    return opened.end;
  }, 60_000);

  beforeEach(() =>
    state.change(async (transaction) => {
      for (const table of [unanswered, unansweredGroups, answers, notes]) await transaction.delete(table);
    }),
  );

  /** Ann asks why, twice, Bob in French, and somebody something else. */
  async function start(changed: Parameters<typeof startDesks>[0]['changed'] = []) {
    const started = await startDesks({ state, changed });
    await started.ask(WHY, { thread: 'a' });
    await started.ask(WHY, { thread: 'd' });
    await started.ask(POURQUOI, { thread: 'b', by: BOB, place: { platform: 'discord' } });
    await started.ask('what is the weather in Stockholm', { thread: 'c' });
    await untilWritten(state);
    return started;
  }

  const labels = (outgoing: Outgoing) => buttonsOf(outgoing).map(({ label }) => label);

  it('are grouped over languages, most asked first, without a name or what was not folded', async () => {
    const { type } = await start();
    const told = await type('gaps', ADMIN);
    expect(told).toMatchObject({ audience: 'private' });
    expect(textOf(told)).toBe(
      [
        'Questions that had no answer',
        `1. “${KEPT}” (en) · “${POURQUOI}” (fr)`,
        'Asked 3 times, last on 2024-05-06; discord, test; the documents do not say.',
        'Nearest: Acme lost 1,800 people. (acme-fall)',
        '2. “what is the weather in Stockholm” (en)',
        'Asked once, on 2024-05-06; test; off topic.',
        'The others: /layoffs gaps answered or /layoffs gaps declined. As a file: /layoffs gaps csv:true',
      ].join('\n'),
    );
    expect(labels(told)).toEqual(['1: answered by a fact…', '1: won’t answer', '2: answered by a fact…', '2: won’t answer']);
    expect(textOf(await type('gaps', CHEFFE))).toContain('Posée 3 fois, la dernière le');
    const rows = await state.read((database) => database.select().from(unansweredGroups));
    expect(JSON.stringify(rows)).not.toMatch(/acme|weather/);
  });

  it('that are hardly questions are one group, so that one press has done with them', async () => {
    const { ask, type, press } = await startDesks({ state });
    for (const question of ['👀', 'tell me', 'hein', '<!channel>']) await ask(question, { thread: question });
    await untilWritten(state);
    const told = await type('gaps', ADMIN);
    expect(labels(told)).toEqual(['1: answered by a fact…', '1: won’t answer']);
    expect(textOf(told)).toContain('Asked 4 times');
    await press(actionOf('1: won’t answer', told), ADMIN);
    expect(textOf(await type('gaps', ADMIN))).toContain('No question is without an answer.');
  });

  it('are marked as answered by a fact that there is, with the nearest suggested', async () => {
    const { type, press, send } = await start();
    const shown = await press(actionOf('1: answered by a fact…', await type('gaps', ADMIN)), ADMIN);
    if (shown.kind !== 'form') throw new Error('no form was shown');
    expect(shown.form.fields).toMatchObject([{ id: 'fact', value: 'acme-fall', help: 'Nearest: acme-fall', required: true }]);
    const submit = async (fact: string) => {
      const [told] = await send({ kind: 'submit', action: shown.form.action, values: new Map([['fact', [fact]]]) }, ADMIN);
      if (told === undefined) throw new Error('nothing was said');
      return told;
    };
    const refused = await submit('acme-rise <!channel>');
    expect(textOf(refused)).toContain('There is no fact “acme-rise channel” in the data');
    expect(labels(refused)).toEqual(['Try again…']);
    expect(await press(actionOf('Try again…', refused), ADMIN)).toMatchObject({ kind: 'form' });
    expect(textOf(await submit(' Acme-Fall '))).toBe(`Noted: “${KEPT}” is answered by acme-fall.`);
    const answered = await type('gaps answered', ADMIN);
    expect(textOf(answered)).toContain('Answered by: Acme lost 1,800 people. (acme-fall)');
    expect(textOf(await press(actionOf('1: reopen', answered), CHEFFE))).toContain('est rouverte');
    expect(textOf(await type('gaps', ADMIN))).toContain(`1. “${KEPT}”`);
  });

  it('are declined and opened again', async () => {
    const { type, press } = await start();
    const noted = await press(actionOf('2: won’t answer', await type('gaps', ADMIN)), ADMIN);
    expect(textOf(noted)).toBe('Noted: “what is the weather in Stockholm” will not be answered.');
    expect(textOf(await type('gaps', ADMIN))).not.toContain('Stockholm');
    expect(textOf(await type('gaps declined', ADMIN))).toContain('1. “what is the weather in Stockholm”');
    await press(actionOf('Reopen', noted), ADMIN);
    expect(textOf(await type('gaps', ADMIN))).toContain('Stockholm');
  });

  it('are decided on by admins alone', async () => {
    const { type, press, send } = await start();
    expect(textOf(await type('gaps', { by: ANN }))).toContain('only for those who look after this bot');
    for (const { action } of buttonsOf(await type('gaps', ADMIN))) {
      expect(textOf(await press(action, { by: BOB }))).toBe('Only those who look after this bot can do that.');
      const [told] = await send({ kind: 'submit', action, values: new Map([['fact', ['acme-fall']]]) }, { by: BOB });
      expect(told && textOf(told)).toMatch(/Only those who look after|from before/);
    }
    expect(await state.read((database) => database.select().from(unansweredGroups))).toMatchObject([{ status: 'open' }, { status: 'open' }]);
    expect(textOf(await press('gap:declined|nobody', ADMIN))).toContain('no longer kept');
    expect(textOf(await press('gap:burnt|nobody', ADMIN))).toContain('This button is from before');
  });

  it('are exported as a file', async () => {
    const { type } = await start();
    const [file] = replyOf(await type('gaps csv:true', ADMIN)).blocks;
    if (file?.kind !== 'file') throw new Error('there is no file');
    expect(file.name).toBe('gaps-open.csv');
    expect(file.content.trim().split('\r\n')).toHaveLength(3);
    expect(file.content).toContain(`${KEPT} / ${POURQUOI},en fr,discord test,not-in-documents,3,`);
  });

  it('may hold anything that people write', async () => {
    const { ask, type } = await startDesks({ state });
    const hostile = [
      '<!channel> @everyone weather',
      'weather null\0byte',
      'weather '.repeat(500),
      'weather \ud800 lone',
      '=HYPERLINK("http://evil.example") weather',
    ];
    for (const question of hostile) await ask(question, { thread: question });
    await untilWritten(state);
    const texts = [await type('gaps', ADMIN), await type('gaps page:2', ADMIN), await type('gaps page:-1', ADMIN), await type('gaps page:x', ADMIN)].map(
      textOf,
    );
    for (const text of texts) expect(text).not.toMatch(/\0|[\ud800-\udbff](?![\udc00-\udfff])/);
    expect(texts[2]).toBe(texts[0]);
    const rows = await state.read((database) => database.select().from(unanswered));
    expect(rows).toHaveLength(hostile.length);
    for (const { question } of rows) expect(question?.length).toBeLessThanOrEqual(500);
    const [file] = replyOf(await type('gaps csv:true', ADMIN)).blocks;
    expect(file?.kind === 'file' && file.content).not.toMatch(/(?:^|,|\n)"?[=+@]/);
  });

  it('are asked again after a reload by themselves, and shown first with the answer that there is now', async () => {
    const { ask, type, press, bot } = await start(FILLED);
    for (const thread of ['e', 'f', 'g']) await ask('what is the weather in Stockholm', { thread });
    await untilWritten(state);
    const lines: string[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
    onTestFinished(watchGaps({ state, library: () => bot.library, log, everyMs: 20 }));
    await expect.poll(() => lines.length).toBe(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ version: bot.library.version, groups: 2, found: 0 });
    expect(textOf(await type('gaps', ADMIN))).toContain('1. “what is the weather');

    await bot.reload('test', true);
    await expect.poll(() => lines.length).toBe(2);
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ version: bot.library.version, groups: 2, found: 1 });
    expect(lines.join()).not.toMatch(/acme|weather/i);
    const told = await type('gaps', ADMIN);
    expect(textOf(told)).toContain(`1. “${KEPT}” (en) · “${POURQUOI}” (fr)`);
    expect(textOf(told)).toContain('It now has an answer: Acme regrets it. (acme-why)');
    const marked = await press(actionOf('1: mark as answered', told), ADMIN);
    expect(textOf(marked)).toBe(`Noted: “${KEPT}” is answered by acme-why.`);
    expect(textOf(await type('gaps', ADMIN))).not.toContain(KEPT);
  });
});
