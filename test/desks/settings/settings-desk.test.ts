import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/bot/incoming.ts';
import type { Outgoing } from '../../../src/bot/outgoing.ts';
import type { Place } from '../../../src/bot/place.ts';
import type { Form } from '../../../src/reply/form.ts';
import { actionOf, buttonsOf, person, replyOf, textOf } from '../../bot/start-reception.ts';
import { startWithSettings } from '../../bot/start-with-settings.ts';
import { DATABASES, type FreshDatabase } from '../../state/databases.ts';

const ADMIN = person('admin', { admin: true });
const ADMINE = person('admine', { admin: true, language: 'fr' });
const QUESTION = 'how many people does Borel lay off';
const FRENCH_QUESTION = 'combien de personnes Borel licencie-t-elle';
const INHERIT = { language: 'inherit', private: 'inherit', 'follow-ups': 'inherit' };

function formOf(outgoing: Outgoing): Form {
  if (outgoing.kind !== 'form') throw new Error(`no form, but ${outgoing.kind}`);
  return outgoing.form;
}

function valuesOf({ fields }: Form) {
  return Object.fromEntries(fields.map((field) => [field.id, 'values' in field ? field.values : field.value]));
}

describe.each(DATABASES)('settings in a conversation, on $name', ({ fresh }) => {
  let database: FreshDatabase;
  let bot: Awaited<ReturnType<typeof startWithSettings>>;
  let started = false;
  let place: Partial<Place>;

  beforeAll(async () => {
    database = await fresh();
  }, 60_000);
  afterAll(async () => {
    await bot.stop();
    await database.remove();
  });
  beforeEach(async () => {
    if (!started) bot = await startWithSettings(database.place);
    started = true;
    bot.pass(120_000);
    bot.messages.refuse(() => false);
    place = { workspace: randomUUID(), channel: 'C1' };
  }, 60_000);

  const open = async (label: string, by: Person = ADMIN, where = place) =>
    bot.press(actionOf(label, await bot.type('settings', { by, place: where, audience: 'private' })), { by, place: where });

  const fillIn = async (action: string, values: Readonly<Record<string, string | readonly string[]>>, by: Person = ADMIN, where = place) => {
    const entries = new Map(Object.entries(values).map(([id, value]) => [id, typeof value === 'string' ? [value] : value] as const));
    const [outgoing] = await bot.send({ kind: 'submit', action, values: entries }, { by, place: where });
    if (outgoing === undefined) throw new Error('the form was not answered');
    return outgoing;
  };

  it('show what is in effect, and where it comes from', async () => {
    const shown = await bot.type('settings', { by: ADMIN, place, audience: 'private' });
    expect(shown).toMatchObject({ kind: 'say', audience: 'private' });
    expect(textOf(shown)).toContain('Language | that of the question (default)');
    expect(buttonsOf(shown).map(({ label }) => label)).toEqual(['Change for all channels', 'Change for this channel']);
    const saved = await fillIn(`settings:test:${place.workspace}`, { ...INHERIT, language: 'fr' }, ADMIN);
    expect(saved.kind).toBe('replace');
    expect(textOf(saved)).toMatch(/Saved, and in effect from now on\.[\s\S]*Language \| French \(all channels\)/);
    const french = textOf(await bot.type('settings', { by: ADMINE, place, audience: 'private' }));
    expect(french).toMatch(/Ce qui est en vigueur ici[\s\S]*Langue \| français \(tous les canaux\)/);
  });

  it('are for admins only, and only where they are', async () => {
    const stranger = person('stranger');
    expect(textOf(await bot.type('settings', { by: stranger, place }))).toContain('only for those who look after this bot');
    const action = `settings:test:${place.workspace}`;
    expect(textOf(await bot.press(action, { by: stranger, place }))).toBe('Only those who look after this bot can do that.');
    expect(textOf(await fillIn(action, { ...INHERIT, language: 'fr' }, stranger))).toBe('Only those who look after this bot can do that.');
    expect(textOf(await bot.press('settings:test:elsewhere', { by: ADMIN, place }))).toContain('This is for another place');
    expect(textOf(await bot.press(`unset:test:${place.workspace}:C7`, { by: ADMINE, place }))).toContain('C’est pour un autre endroit');
    expect(textOf(await bot.ask(QUESTION, { place }))).toContain('Borel lays off about 250 people');
  });

  it('come in a form that every platform takes, in both languages', async () => {
    for (const [by, label] of [
      [ADMIN, 'Change for all channels'],
      [ADMIN, 'Change for this channel'],
      [ADMINE, 'Changer pour tous les canaux'],
      [ADMINE, 'Changer pour ce canal'],
    ] as const) {
      const { title, submit, fields } = formOf(await open(label, by));
      expect(Math.max(title.length, submit.length)).toBeLessThanOrEqual(24);
      expect(fields).toHaveLength(5);
      for (const field of fields) {
        expect(field.label.length).toBeLessThanOrEqual(45);
        expect(field.help?.length ?? 0).toBeLessThanOrEqual(100);
        if (field.kind === 'choice') expect(field.choices.map(({ value }) => value)).toContain(field.value);
      }
    }
  });

  it('of a channel go before those of all, until it is reset', async () => {
    const all = formOf(await open('Change for all channels'));
    await fillIn(all.action, { ...INHERIT, language: 'fr', channels: ['C1', 'C2'] });
    expect(textOf(await bot.ask(QUESTION, { place }))).toContain('Borel licencie environ 250 personnes');

    const here = formOf(await open('Changer pour ce canal'));
    expect(valuesOf(here)).toEqual({ ...INHERIT, answers: 'inherit', editors: [] });
    const [language] = here.fields;
    expect(language?.kind === 'choice' && language.choices[0]).toEqual({ value: 'inherit', label: 'Comme pour tous les canaux : français' });
    await fillIn(here.action, { ...INHERIT, language: 'question', answers: 'inherit' });
    expect(textOf(await bot.ask(QUESTION, { place }))).toContain('Borel lays off about 250 people');
    expect(textOf(await bot.ask(QUESTION, { place: { ...place, channel: 'C2' } }))).toContain('Borel licencie');
    expect(valuesOf(formOf(await open('Change for this channel')))).toMatchObject({ language: 'question' });

    const reset = await bot.press(`unset:test:${place.workspace}:C1`, { by: ADMIN, place });
    expect(textOf(reset)).toContain('Language | French (all channels)');
    expect(buttonsOf(reset).map(({ label }) => label)).not.toContain('Reset this channel');
    expect(textOf(await bot.ask(QUESTION, { place }))).toContain('Borel licencie');
  });

  it('that are wrong change nothing, are explained, and are there when the form is opened again', async () => {
    const { action } = formOf(await open('Change for all channels'));
    const wrong = { language: 'it', private: 'no', 'follow-ups': 'maybe', channels: ['C1', '<!channel>'], editors: ['C8', 'C9'] };
    const refused = await fillIn(action, wrong);
    expect(refused).toMatchObject({ kind: 'say', audience: 'private' });
    expect(textOf(refused)).toBe(
      [
        'Nothing is changed:',
        '• “Language of answers”: that is none of the choices.',
        '• “Answer follow-ups in threads”: that is none of the choices.',
        '• “Channels where I may answer”: that is no channel.',
        '• There can be one editors’ channel only.',
      ].join('\n'),
    );
    expect(bot.settings.setFor(`test:${place.workspace}`)).toEqual({});
    const again = formOf(await bot.press(actionOf('Open the form again', refused), { by: ADMIN, place }));
    expect(valuesOf(again)).toMatchObject({ private: 'no', channels: ['C1', '<!channel>'] });
    // Not for somebody else, and not a day later.
    expect(valuesOf(formOf(await open('Changer pour tous les canaux', ADMINE)))).toMatchObject({ private: 'inherit', channels: [] });
    bot.pass(16 * 60_000);
    expect(valuesOf(formOf(await open('Change for all channels')))).toMatchObject({ private: 'inherit', channels: [] });
  });

  it('say so where the bot cannot write to the editors, and tell the editors where it can', async () => {
    const { action } = formOf(await open('Change for all channels'));
    bot.messages.refuse(({ channel }) => channel === 'CEDIT');
    expect(textOf(await fillIn(action, { ...INHERIT, editors: ['CEDIT'] }))).toContain('I cannot write in the editors’ channel');
    expect(bot.settings.of({ platform: 'test', workspace: place.workspace ?? null, channel: 'C1' }).editorsChannel).toBeNull();
    bot.messages.refuse(() => false);
    expect(valuesOf(formOf(await open('Change for all channels')))).toMatchObject({ editors: ['CEDIT'] });
    expect(textOf(await fillIn(action, { ...INHERIT, editors: ['CEDIT'] }))).toContain('Editors’ channel | CEDIT (all channels)');
    expect(bot.messages.to('CEDIT').at(-1)?.text).toContain('questions that people want a human to answer come to this channel');
    const told = bot.messages.to('CEDIT').length;
    await fillIn(action, { ...INHERIT, private: 'no', editors: ['CEDIT'] });
    expect(bot.messages.to('CEDIT')).toHaveLength(told);
  });

  it('of a channel do not exist in a direct message', async () => {
    const direct = { ...place, direct: true };
    expect(buttonsOf(await bot.type('settings', { by: ADMIN, place: direct })).map(({ label }) => label)).toEqual(['Change for all channels']);
    const nowhere = await bot.type('settings', { by: ADMIN, place: { ...place, workspace: null, direct: true } });
    expect(textOf(nowhere)).toContain('There is nothing to set here');
    expect(textOf(await bot.type('settings', { by: ADMINE, place: { ...place, workspace: null, direct: true } }))).toContain('Il n’y a rien à régler ici');
  });

  describe('take effect', () => {
    const set = (values: Parameters<typeof bot.settings.save>[1], channel = '') => bot.settings.save(`test:${place.workspace}${channel}`, values, 'admin');

    it('on the language of answers and commands, whatever the question is in', async () => {
      await set({ language: 'fr' });
      expect(replyOf(await bot.ask(QUESTION, { place })).language).toBe('fr');
      expect(textOf(await bot.type('list', { place, audience: 'private', by: person('zed', { language: 'en' }) }))).toContain('Entreprise');
      expect(replyOf(await bot.press(`ask:${QUESTION}`, { place })).language).toBe('fr');
      await set({ language: 'en' });
      expect(replyOf(await bot.ask(FRENCH_QUESTION, { place })).language).toBe('en');
      expect(textOf(await bot.press('nonsense', { place, by: person('amélie', { language: 'fr' }) }))).toContain('This button is from before');
      await set({});
      expect(replyOf(await bot.ask(FRENCH_QUESTION, { place })).language).toBe('fr');
    });

    it('on who sees the answer to a command, but not where that is for its asker alone', async () => {
      const audienceOf = async (text: string, by?: Person) => {
        const outgoing = await bot.type(text, { place, audience: 'private', ...(by ? { by } : {}) });
        return outgoing.kind === 'say' && outgoing.audience;
      };
      expect([await audienceOf('list'), await audienceOf(QUESTION), await audienceOf('list public:true')]).toEqual(['private', 'private', 'public']);
      await set({ privateByDefault: false });
      expect([await audienceOf('list'), await audienceOf(QUESTION)]).toEqual(['public', 'public']);
      expect([await audienceOf('settings', ADMIN), await audienceOf('forget'), await audienceOf('forget public:true')]).toEqual([
        'private',
        'private',
        'private',
      ]);
    });

    it('on follow-ups in threads', async () => {
      const thread = `thread of ${place.workspace}`;
      await bot.ask(QUESTION, { place, thread });
      await set({ followUps: false });
      expect(await bot.remark('how many people work at Acme now', { place, thread })).toEqual([]);
      await set({ followUps: true }, ':C1');
      expect(await bot.remark('how many people work at Acme now', { place, thread })).toHaveLength(1);
    });

    it('on the channels where it answers; admins can change that from anywhere', async () => {
      await set({ channels: ['C2'] });
      const [question, press] = [await bot.ask(QUESTION, { place }), await bot.press(`ask:${QUESTION}`, { place })];
      for (const refused of [question, press, await bot.type('list', { place })]) {
        expect(refused).toMatchObject({ kind: 'say', audience: 'private' });
        expect(textOf(refused)).toContain('I do not answer in this channel');
      }
      expect(await bot.remark('how many people work at Acme now', { place, thread: 'thread' })).toEqual([]);
      expect(replyOf(await bot.ask(QUESTION, { place: { ...place, channel: 'C2' } })).facts).toEqual(['borel-cut']);
      expect(replyOf(await bot.ask(QUESTION, { place: { ...place, channel: 'a thread', above: 'C2' } })).facts).toEqual(['borel-cut']);
      expect(replyOf(await bot.ask(QUESTION, { place: { ...place, direct: true } })).facts).toEqual(['borel-cut']);
      expect(textOf(await bot.type('settings', { by: ADMIN, place }))).toContain('Answers here | no');
      await set({ answers: true }, ':C1');
      expect(replyOf(await bot.ask(QUESTION, { place })).facts).toEqual(['borel-cut']);
      await set({ answers: false }, ':C2');
      expect(textOf(await bot.ask(QUESTION, { place: { ...place, channel: 'C2' } }))).toContain('I do not answer in this channel');
    });
  });
});
