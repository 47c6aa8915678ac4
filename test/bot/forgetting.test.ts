import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answers } from '../../src/state/schema.ts';
import { DATABASES, type FreshDatabase } from '../state/databases.ts';
import { ANN, actionOf, BOB, person, replyOf, textOf } from './start-reception.ts';
import { startWithSettings } from './start-with-settings.ts';

const QUESTION = 'how many people does Borel lay off';
const AMÉLIE = person('amélie', { language: 'fr' });
const RETENTION_DAYS = 42;

describe.each(DATABASES)('privacy in a conversation, on $name', ({ fresh }) => {
  let database: FreshDatabase;
  let bot: Awaited<ReturnType<typeof startWithSettings>>;
  let started = false;

  beforeAll(async () => {
    database = await fresh();
  }, 60_000);
  afterAll(async () => {
    await bot.stop();
    await database.remove();
  });
  beforeEach(async () => {
    if (!started) bot = await startWithSettings(database.place, RETENTION_DAYS);
    started = true;
    bot.pass(120_000);
  }, 60_000);

  it('tells in both languages for how long words are kept, as it is configured', async () => {
    const english = textOf(await bot.type('privacy', { audience: 'private' }));
    expect([...english.matchAll(/(\d+) days/g)].map(([, days]) => Number(days))).toEqual(Array(4).fill(RETENTION_DAYS));
    expect(english).toContain('/layoffs forget deletes at once what leads to you');
    const french = textOf(await bot.type('privacy', { audience: 'private', by: AMÉLIE }));
    expect([...french.matchAll(/(\d+) jours/g)].map(([, days]) => Number(days))).toEqual(Array(4).fill(RETENTION_DAYS));
    expect(french).toContain('/layoffs forget supprime tout de suite');
  });

  it('forgets whoever asks, in the database and in mind, and nobody else', async () => {
    await bot.ask(QUESTION);
    await bot.ask(QUESTION, { by: BOB });
    const shared = await bot.type(QUESTION, { audience: 'private' });
    const forgotten = await bot.type('forget', { audience: 'private' });
    expect(forgotten).toMatchObject({ kind: 'say', audience: 'private' });
    expect(textOf(forgotten)).toMatch(/^Done\. This no longer leads to you:\n• 2 questions with their answers: deleted\n/);
    expect(textOf(forgotten)).toContain('What stays leads to nobody: daily counts');
    const left = await bot.state.read((reader) => reader.select({ person: answers.person, id: answers.id }).from(answers));
    expect(left.map((row) => row.person)).toEqual([bot.state.hash(BOB.id)]);

    // A follow-up stands by itself, and what was private can no longer be shown.
    expect(replyOf(await bot.ask('and who said so?')).facts).toEqual(replyOf(await bot.ask('and who said so?', { by: person('new'), thread: 'new' })).facts);
    expect(textOf(await bot.press(actionOf('Share in channel', shared)))).toContain('This button is from before');
    expect(await bot.book.find(left[0]?.id ?? '')).toMatchObject({ question: QUESTION });
  });

  it('forgets in French, and says where there was nothing', async () => {
    expect(textOf(await bot.type('forget', { audience: 'private', by: AMÉLIE }))).toContain('Je ne garde rien qui mène à vous.');
    await bot.ask('combien de personnes Borel licencie-t-elle', { by: AMÉLIE });
    expect(textOf(await bot.type('forget', { audience: 'private', by: AMÉLIE }))).toContain('1 question avec sa réponse : supprimée');
    expect(textOf(await bot.type('forget', { audience: 'private', by: person('nobody') }))).toContain('I keep nothing that leads to you.');
  });

  it('shows everybody how well it does, in both languages', async () => {
    await bot.ask(QUESTION, { by: ANN });
    await expect.poll(() => bot.state.waiting).toBe(0);
    const english = await bot.type('stats 7 days', { audience: 'private' });
    expect(textOf(english)).toMatch(/questions, \d.*% of them answered without a human \(23 Feb 2026 to 1 Mar 2026\)\./);
    expect(replyOf(english).blocks.map(({ kind }) => kind)).toEqual(['text', 'chart', 'heading', 'table', 'heading', 'table', 'text', 'text']);
    const french = textOf(await bot.type('stats mois', { audience: 'private', by: AMÉLIE }));
    expect(french).toMatch(/questions, dont .*% avec une réponse sans passer par un humain/);
    expect(french).toContain('Sans humain');
  });
});
