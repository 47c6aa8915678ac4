import { beforeEach, describe, expect, it } from 'vitest';
import { answerDays, answers, handOffs } from '../../../src/state/schema.ts';
import { keepMessages } from '../../bot/kept-messages.ts';
import { EDITORS, editor, MINUTE, makeClock, startHandOffs } from '../../bot/start-hand-offs.ts';
import { ANN, actionOf, BOB, buttonsOf, person, textOf } from '../../bot/start-reception.ts';
import { DATABASES, type FreshDatabase } from '../../state/databases.ts';

const UNKNOWN = 'Who runs the canteen at Borel?';
const EN_PUBLIC = { place: { thread: 'asked' } };
const DAY = 24 * 60 * MINUTE;
const EVE = editor('Eve');
const OTTO = editor('Otto');

/** Opened in no time; that the other sort does the same is tested where the questions are kept. */
const server = DATABASES.at(-1);

describe('questions for humans', () => {
  let database: FreshDatabase;
  let clock = makeClock();
  let messages = keepMessages();

  beforeEach(async ({ onTestFinished }) => {
    if (server === undefined) throw new Error('there is no database');
    const fresh = await server.fresh();
    // After what is open was closed: the last comes first.
    onTestFinished(() => fresh.remove());
    database = fresh;
    clock = makeClock();
    messages = keepMessages();
  });

  const start = (parts = {}) => startHandOffs(database.place, clock, messages, parts);
  const rows = (started: Awaited<ReturnType<typeof start>>) => started.state.read((reader) => reader.select().from(handOffs));
  const handed = async (started: Awaited<ReturnType<typeof start>>) =>
    (await started.state.read((reader) => reader.select().from(answerDays))).reduce((sum, day) => sum + day.handed, 0);

  it('have a button under every abstention and under no answer, and nowhere without editors', async () => {
    const started = await start();
    expect(buttonsOf(await started.ask(UNKNOWN)).map(({ label }) => label)).toContain('Ask a human');
    expect(buttonsOf(await started.ask('quel temps fait-il ?')).map(({ label }) => label)).toContain('Demander à un humain');
    expect(buttonsOf(await started.ask('how many people did Acme lay off')).map(({ label }) => label)).not.toContain('Ask a human');
    await started.stop();
    const alone = await start({ editors: null });
    expect(buttonsOf(await alone.ask(UNKNOWN)).map(({ label }) => label)).not.toContain('Ask a human');
    expect(textOf(await alone.press('human:0b0e7a38-7e0c-4d1e-8f63-1f2f3a4b5c6d'))).toContain('no human to ask');
    expect(textOf(await alone.type('human'))).toContain('no human to ask');
  });

  it('go to the editors with what the bot found, and the person is told what they see', async () => {
    const started = await start();
    const { told } = await started.handOver(UNKNOWN, ANN, EN_PUBLIC);
    expect(told).toMatch(/A human will look at your question[\s\S]*a link to where you asked/);
    const [posted] = messages.to(EDITORS);
    expect(posted?.to).toEqual({ workspace: 'workspace', channel: EDITORS, thread: null, mention: null });
    expect(posted?.text).toMatch(/open[\s\S]*Question \(in English\): “Who runs the canteen at Borel\?”[\s\S]*What I found: /);
    expect(posted?.reply.blocks).toContainEqual({ kind: 'link', label: 'Where it was asked', url: 'https://chat.example/channel/asked' });
    expect(posted?.buttons.map(({ label }) => label)).toEqual(['Take', 'Answer…', 'Close']);
    expect(JSON.stringify(messages.kept)).not.toContain(ANN.id);
    expect(await rows(started)).toMatchObject([{ status: 'open', asker: ANN.id, person: started.state.hash(ANN.id), editorsMessage: posted?.message }]);
    expect(await handed(started)).toBe(1);
  });

  it('go to them once, whoever presses again', async () => {
    const started = await start();
    const { action } = await started.handOver(UNKNOWN, ANN, EN_PUBLIC);
    expect(textOf(await started.press(action, EN_PUBLIC))).toContain('already with a human');
    expect(textOf(await started.press(action, { by: BOB, ...EN_PUBLIC }))).toContain('already with a human');
    await started.editorPresses('Close', EVE);
    expect(textOf(await started.press(action, EN_PUBLIC))).toContain('already dealt with');
    expect(messages.to(EDITORS)).toHaveLength(1);
  });

  it('are five a person at most', async () => {
    const started = await start();
    for (const at of [1, 2, 3, 4, 5]) await started.handOver(`${UNKNOWN} ${at}`, ANN);
    const { told } = await started.handOver(`${UNKNOWN} 6`, ANN);
    expect(told).toContain('Five of your questions');
    expect((await started.handOver(`${UNKNOWN} 7`, BOB)).told).toContain('A human will look');
  });

  it('are answered with a form, in the thread where they were asked, signed by the team', async () => {
    const started = await start();
    await started.handOver(UNKNOWN, ANN, EN_PUBLIC);
    const form = await started.editorPresses('Answer…', EVE);
    if (form.kind !== 'form') throw new Error('there is no form');
    expect(form.form.fields).toMatchObject([
      { id: 'text', kind: 'text', long: true, maxLength: 2_000, required: true },
      { id: 'sign', kind: 'choice', value: 'team' },
    ]);
    const shown = await started.fillIn(form.form.action, { text: ' *Mr Smith* <@U1> ', sign: 'team' }, EVE);
    expect(shown.kind).toBe('replace');
    expect(textOf(shown)).toMatch(/answered by Eve[\s\S]*Answer: \*Mr Smith\* <@U1>/);
    expect(buttonsOf(shown).map(({ label }) => label)).toEqual(['Close']);
    const [answer] = messages.to('channel');
    expect(answer?.to).toEqual({ workspace: 'workspace', channel: 'channel', thread: 'asked', mention: ANN.id });
    expect(answer?.reply.blocks).toEqual([
      { kind: 'text', tone: 'lead', text: 'A human of the team answers:' },
      { kind: 'text', tone: 'plain', text: '*Mr Smith* <@U1>' },
    ]);
    expect(await rows(started)).toMatchObject([{ status: 'answered', asker: null, editorName: null, deliveredAt: clock.now() }]);
  });

  it('are answered by name where the editor wants that, privately where they were asked privately, in the language of the question', async () => {
    const started = await start();
    const { told } = await started.handOver('quel temps fait-il ?', ANN, { audience: 'private' });
    expect(told).toMatch(/Un humain va lire[\s\S]*mais pas qui l’a posée/);
    const [posted] = messages.to(EDITORS);
    expect(posted?.text).toMatch(/Question \(in French\)[\s\S]*Asked in private\./);
    const form = await started.editorPresses('Answer…', EVE);
    if (form.kind !== 'form') throw new Error('there is no form');
    await started.fillIn(form.form.action, { text: 'Il pleut.', sign: 'name' }, EVE);
    const [answer] = messages.to(ANN.id);
    expect(answer?.to).toEqual({ workspace: 'workspace', channel: null, thread: null, mention: ANN.id });
    expect(answer?.text).toMatch(/^Eve, de l’équipe, répond :\nVotre question : « quel temps fait-il \? »\nIl pleut\./);
  });

  it('are answered in the conversation where they were asked directly', async () => {
    const started = await start();
    await started.handOver(UNKNOWN, ANN, { place: { channel: 'D1', thread: 't1', direct: true } });
    expect(messages.to(EDITORS)[0]?.text).toContain('Asked in private.');
    await started.writeUnder('message 1', 'Mr Smith.', EVE);
    expect(messages.to('D1')).toMatchObject([{ to: { channel: 'D1', thread: 't1', mention: null }, text: expect.stringContaining(`You asked: “${UNKNOWN}”`) }]);
  });

  it('that were asked for all to see are answered there, although they were handed over from a private message', async () => {
    const started = await start();
    const abstention = await started.ask(UNKNOWN, EN_PUBLIC);
    await started.press(actionOf('Ask a human', abstention), { audience: 'private' });
    await started.writeUnder('message 1', 'Mr Smith.', EVE);
    expect(messages.to('channel')).toMatchObject([{ to: { thread: 'asked', mention: ANN.id } }]);
  });

  it('are answered by what is written under them first; the rest is talk', async () => {
    const started = await start();
    await started.handOver(UNKNOWN, ANN, EN_PUBLIC);
    expect(
      started.reception.listensTo({ platform: 'test', workspace: 'workspace', channel: EDITORS, thread: null, person: 'x', direct: false }, 'message 1'),
    ).toBe(true);
    expect(await started.writeUnder('another message', 'Nice weather.', OTTO)).toEqual([]);
    const told = await started.writeUnder('message 1', 'Mr Smith.', EVE);
    expect(told.map(textOf)).toEqual([expect.stringContaining('Sent to whoever asked')]);
    expect(messages.to('channel')).toMatchObject([{ text: expect.stringMatching(/^A human of the team answers:\nMr Smith\./) }]);
    expect(messages.to(EDITORS)).toMatchObject([{ text: expect.stringContaining('answered by Eve') }]);
    expect(await started.writeUnder('message 1', 'Thanks, Eve!', OTTO)).toEqual([]);
    expect(messages.to('channel')).toHaveLength(1);
  });

  it('are taken by the first of two editors, and the second is told who it was', async () => {
    const started = await start();
    await started.handOver(UNKNOWN, ANN, EN_PUBLIC);
    const both = await Promise.all([started.editorPresses('Take', EVE), started.editorPresses('Take', OTTO)]);
    const won = both.filter((outgoing) => outgoing.kind === 'replace').map(textOf);
    const lost = both.filter((outgoing) => outgoing.kind === 'say').map(textOf);
    expect([...won, ...lost]).toEqual([expect.stringMatching(/taken by (Eve|Otto)/), expect.stringMatching(/(Eve|Otto) has taken it already/)]);
    expect(/by (\w+)/.exec(won[0] ?? '')?.[1]).toBe(/^(\w+)/.exec(lost[0] ?? '')?.[1]);
  });

  it('are answered once by two editors at once, and the second gets the text back', async () => {
    const started = await start();
    const { action } = await started.handOver(UNKNOWN, ANN, EN_PUBLIC);
    const respond = action.replace('human:', 'respond:');
    const both = await Promise.all([started.fillIn(respond, { text: 'by Eve' }, EVE), started.fillIn(respond, { text: 'by Otto' }, OTTO)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['replace', 'say']);
    expect(both.map(textOf).join()).toMatch(/has answered it already[\s\S]*Yours was not sent: by (Eve|Otto)/);
    expect(messages.to('channel')).toHaveLength(1);
    expect(textOf(await started.press(respond, { by: OTTO, place: { channel: EDITORS } }))).toContain('has answered it already');
    expect(textOf(await started.fillIn(respond, {}, OTTO))).toContain('no text');
  });

  it('tell an editor that somebody else has taken it, and let both answer', async () => {
    const started = await start();
    await started.handOver(UNKNOWN, ANN, EN_PUBLIC);
    await started.editorPresses('Take', EVE);
    const form = await started.editorPresses('Answer…', OTTO);
    expect(form).toMatchObject({ kind: 'form', form: { fields: [{ help: expect.stringContaining('taken by Eve') }, {}] } });
    const own = await started.editorPresses('Answer…', person('eve'));
    expect(own).toMatchObject({ kind: 'form', form: { fields: [{ help: expect.not.stringContaining('Eve') }] } });
  });

  it('can be closed: whoever asked is told, later presses are told, and nobody’s id is kept', async () => {
    const started = await start();
    const { action } = await started.handOver(UNKNOWN, ANN, EN_PUBLIC);
    await started.editorPresses('Take', EVE);
    const closed = await started.editorPresses('Close', OTTO);
    expect(textOf(closed)).toContain('closed by Otto');
    expect(buttonsOf(closed)).toEqual([]);
    expect(messages.to('channel')).toMatchObject([{ text: expect.stringContaining('closed it without an answer'), to: { thread: 'asked', mention: ANN.id } }]);
    expect(await rows(started)).toMatchObject([{ status: 'closed', asker: null, takenBy: null, takenByName: null }]);
    for (const kind of ['take', 'respond', 'close']) {
      expect(textOf(await started.press(action.replace('human', kind), { by: EVE, place: { channel: EDITORS } }))).toContain('closed already');
    }
    expect(textOf(await started.fillIn(action.replace('human', 'respond'), { text: 'late' }, EVE))).toMatch(/closed already[\s\S]*Yours was not sent: late/);
  });

  it('are nobody’s to answer outside the editors’ channel', async () => {
    const started = await start();
    const { action } = await started.handOver(UNKNOWN, ANN, EN_PUBLIC);
    for (const kind of ['take', 'respond', 'close']) {
      expect(textOf(await started.press(action.replace('human', kind), { by: BOB }))).toContain('no such question here');
    }
    const values = new Map([['text', ['mine']]]);
    const [refused] = await started.send({ kind: 'submit', action: action.replace('human', 'respond'), values }, { by: BOB });
    expect(refused === undefined ? '' : textOf(refused)).toContain('no such question here');
    expect(await rows(started)).toMatchObject([{ status: 'open', response: null }]);
  });

  it('are not left open where the editors cannot be reached: the person is told, and may try again', async () => {
    const started = await start();
    messages.refuse(({ channel }) => channel === EDITORS);
    const { action, told } = await started.handOver(UNKNOWN, ANN, EN_PUBLIC);
    expect(told).toContain('could not pass your question on to a human');
    expect(await rows(started)).toEqual([]);
    expect(await handed(started)).toBe(0);
    messages.refuse(() => false);
    expect(textOf(await started.press(action, EN_PUBLIC))).toContain('A human will look');
  });

  it('whose answer cannot be delivered: the editors are told, it is tried again, and given up after a week', async () => {
    const started = await start();
    await started.handOver(UNKNOWN, ANN, EN_PUBLIC);
    await started.handOver(`${UNKNOWN} 2`, BOB, EN_PUBLIC);
    messages.refuse(({ channel }) => channel === 'channel');
    const [first, second] = messages.to(EDITORS).map(({ message }) => message);
    expect((await started.writeUnder(first ?? '', 'Mr Smith.', EVE)).map(textOf)).toEqual([expect.stringContaining('could not be delivered')]);
    await started.writeUnder(second ?? '', 'Mr Smith.', EVE);
    expect(messages.to(EDITORS).slice(2)).toMatchObject([
      { to: { thread: first, mention: EVE.id }, text: expect.stringContaining('could not be delivered') },
      { to: { thread: second } },
    ]);
    expect(messages.to(EDITORS)[0]?.text).toContain('could not be delivered yet');
    expect((await rows(started)).every(({ status, asker, deliveredAt }) => status === 'answered' && asker !== null && deliveredAt === null)).toBe(true);
    messages.refuse(({ channel, ...to }) => channel === 'channel' && 'mention' in to && to.mention === BOB.id);
    await started.attend();
    expect(messages.to('channel')).toEqual([]);
    clock.pass(30 * MINUTE);
    await started.attend();
    expect(messages.to('channel')).toMatchObject([{ to: { mention: ANN.id } }]);
    expect(messages.to(EDITORS).at(-1)).toMatchObject({ to: { thread: first }, text: expect.stringContaining('delivered now') });
    clock.pass(7 * DAY);
    await started.attend();
    expect(messages.to(EDITORS).at(-1)).toMatchObject({ to: { thread: second }, text: expect.stringContaining('given up') });
    expect((await rows(started)).map(({ status, asker, takenBy }) => [status, asker, takenBy])).toEqual([
      ['closed', null, null],
      ['closed', null, null],
    ]);
  });

  it('are reminded of once a day while they wait', async () => {
    const started = await start();
    await started.handOver(UNKNOWN, ANN, EN_PUBLIC);
    const reminders = () => messages.to(EDITORS).filter(({ to }) => to.thread === 'message 1');
    clock.pass(DAY - MINUTE);
    await started.attend();
    expect(reminders()).toEqual([]);
    clock.pass(MINUTE);
    await Promise.all([started.attend(), started.attend()]);
    expect(reminders()).toMatchObject([{ text: expect.stringContaining('for a day') }]);
    clock.pass(DAY);
    await started.attend();
    expect(reminders()).toMatchObject([{}, { text: expect.stringContaining('for 2 days') }]);
    await started.writeUnder('message 1', 'Mr Smith.', EVE);
    clock.pass(DAY);
    await started.attend();
    expect(reminders()).toHaveLength(2);
  });

  it('survive a restart between every two steps', async () => {
    const first = await start();
    const abstention = await first.ask(UNKNOWN, EN_PUBLIC);
    const action = actionOf('Ask a human', abstention);
    await expect.poll(() => first.state.read((reader) => reader.$count(answers))).toBe(1);
    await first.stop();
    const second = await start();
    expect(textOf(await second.press(action, EN_PUBLIC))).toContain('A human will look');
    expect(messages.to(EDITORS)[0]?.text).toMatch(/What I found: The documents do not say/);
    await second.stop();
    const third = await start();
    expect(textOf(await third.editorPresses('Take', EVE))).toContain('taken by Eve');
    await third.stop();
    const fourth = await start();
    messages.refuse(({ channel }) => channel === 'channel');
    await fourth.writeUnder('message 1', 'Mr Smith.', EVE);
    await fourth.stop();
    messages.refuse(() => false);
    const fifth = await start();
    clock.pass(30 * MINUTE);
    await fifth.attend();
    expect(messages.to('channel')).toMatchObject([{ to: { thread: 'asked', mention: ANN.id }, text: expect.stringContaining('Mr Smith.') }]);
    await fifth.stop();
    const sixth = await start();
    expect(textOf(await sixth.press(action.replace('human', 'close'), { by: EVE, place: { channel: EDITORS } }))).toContain('closed by Eve');
    expect(await rows(sixth)).toMatchObject([{ status: 'closed', asker: null }]);
  });

  it('are posted later where the process ended before it could, or the person is told', async () => {
    const started = await start();
    const base = { platform: 'test', workspace: 'workspace', channel: 'channel', thread: 'asked', direct: false, person: 'p', language: 'en' };
    const given = { ...base, asker: ANN.id, question: UNKNOWN, found: '', facts: [], link: null, editorsChannel: EDITORS };
    await started.store.open({ ...given, id: '0b0e7a38-7e0c-4d1e-8f63-1f2f3a4b5c6d' });
    await started.attend();
    expect(messages.kept).toEqual([]);
    clock.pass(2 * MINUTE);
    await started.attend();
    expect(messages.to(EDITORS)).toMatchObject([{ text: expect.stringContaining(UNKNOWN) }]);
    expect(await handed(started)).toBe(1);
    messages.refuse(({ channel }) => channel === EDITORS);
    await started.store.open({ ...given, id: '1b0e7a38-7e0c-4d1e-8f63-1f2f3a4b5c6d' });
    clock.pass(DAY);
    await started.attend();
    expect(messages.to('channel')).toMatchObject([{ text: expect.stringContaining('could not be handed to a human'), to: { mention: ANN.id } }]);
    expect(await rows(started)).toHaveLength(1);
  });

  it('are told to be out of reach while the database is away, and talk elsewhere in the channel is left alone', async () => {
    const started = await start();
    const { action } = await started.handOver(UNKNOWN, ANN, EN_PUBLIC);
    const other = actionOf('Ask a human', await started.ask(`${UNKNOWN} 2`, EN_PUBLIC));
    await started.stop();
    expect(textOf(await started.press(other, EN_PUBLIC))).toContain('I cannot do that at the moment');
    expect(textOf(await started.press(action.replace('human', 'take'), { by: EVE, place: { channel: EDITORS } }))).toContain('I cannot do that at the moment');
    expect((await started.writeUnder('message 1', 'Mr Smith.', EVE)).map(textOf)).toEqual([expect.stringContaining('I cannot do that at the moment')]);
    expect(await started.writeUnder('another message', 'Nice weather.', EVE)).toEqual([]);
    expect(messages.kept).toHaveLength(1);
  });

  it('can be handed over from the last answer by a command', async () => {
    const started = await start();
    expect(textOf(await started.type('human'))).toContain('Ask me first');
    await started.ask('how many people did Acme lay off', { place: { thread: 'asked' } });
    await expect.poll(async () => textOf(await started.type('human', { audience: 'private' }))).toContain('how many people did Acme lay off');
    const offered = await started.type('human', { audience: 'private' });
    expect(offered).toMatchObject({ audience: 'private' });
    await started.press(actionOf('Ask a human', offered), { audience: 'private' });
    await started.writeUnder('message 1', 'Ask Jane.', EVE);
    expect(messages.to('channel')).toMatchObject([{ to: { thread: 'asked' }, text: expect.stringContaining('Ask Jane.') }]);
  });

  it('are listed for those who look after the bot, oldest first, with links', async () => {
    const started = await start();
    const boss = person('boss', { admin: true });
    expect(textOf(await started.type('inbox'))).toContain('only for those who look after');
    expect(textOf(await started.type('inbox', { by: boss }))).toContain('No question waits');
    await started.handOver(UNKNOWN, ANN, EN_PUBLIC);
    await started.editorPresses('Take', EVE);
    clock.pass(3 * 60 * MINUTE);
    await started.handOver('quel temps fait-il ?', BOB, { audience: 'private' });
    const list = await started.type('inbox', { by: boss });
    expect(textOf(list)).toMatch(
      /2 questions wait[\s\S]*canteen[\s\S]*taken by Eve · asked 3 hours ago · in English[\s\S]*temps[\s\S]*open · asked a minute ago · in French/,
    );
    expect(list.kind === 'say' ? list.reply.blocks.filter(({ kind }) => kind === 'link') : []).toEqual([
      { kind: 'link', label: 'Where to answer it', url: 'https://chat.example/editors/message%201' },
      { kind: 'link', label: 'Where it was asked', url: 'https://chat.example/channel/asked' },
      { kind: 'link', label: 'Where to answer it', url: 'https://chat.example/editors/message%202' },
    ]);
  });

  it('speak French to French editors', async () => {
    const started = await start({ language: 'fr' });
    await started.handOver('quel temps fait-il ?', ANN, EN_PUBLIC);
    const [posted] = messages.to(EDITORS);
    expect(posted?.text).toMatch(/Une question pour un humain : ouverte[\s\S]*Question \(en français\)/);
    expect(posted?.buttons.map(({ label }) => label)).toEqual(['Prendre', 'Répondre…', 'Fermer']);
    expect(textOf(await started.editorPresses('Prendre', EVE))).toContain('prise par Eve');
  });
});
