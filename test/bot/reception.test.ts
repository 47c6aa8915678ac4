import { describe, expect, it, vi } from 'vitest';
import { readAction, shortId, writeAction } from '../../src/bot/action.ts';
import type { Command } from '../../src/bot/command.ts';
import type { Person } from '../../src/bot/incoming.ts';
import { replace } from '../fixtures/small-project.ts';
import { startBot } from '../fixtures/start-bot.ts';
import { ANN, actionOf, BOB, buttonsOf, HERE, knowledgeOf, person, replyOf, startReception, startSmallBot, textOf } from './start-reception.ts';

const QUESTION = 'how many people does Borel lay off';
const CHANGED = replace('data/facts/borel.yaml', 'Borel lays off about 250 people', 'Borel is laying off some 250 people');
const RENAMED = replace('data/facts/borel.yaml', 'id: borel-cut', 'id: borel-layoffs');
const BROKEN = replace('data/facts/borel.yaml', 'document: borel-cuts', 'document: borel-cutz');

const KLARNA = 'How many people did Klarna lay off in 2022?';
const MINUTE = 60_000;

const ADMIN = person('admin', { admin: true });
const MODERATOR = person('moderator', { moderator: true });
const AMÉLIE = person('amélie', { language: 'fr' });

describe('Reception', () => {
  describe('answers once', () => {
    it('drops a repeated delivery, also while the first is under way', async () => {
      const { send } = await startReception({ bot: (await startSmallBot()).bot });
      const question = { kind: 'question', text: QUESTION } as const;
      const both = await Promise.all([send(question, { delivery: 'a' }), send(question, { delivery: 'a' })]);
      expect(both.map((delivered) => delivered.length)).toEqual([1, 0]);
      expect(await send(question, { delivery: 'a' })).toEqual([]);
      expect(await send(question, { delivery: 'b' })).toHaveLength(1);
    });

    it('does not count what is repeated against the person', async () => {
      const { send, ask } = await startReception({ bot: (await startSmallBot()).bot });
      for (let time = 0; time < 30; time++) await send({ kind: 'question', text: QUESTION }, { delivery: 'a' });
      expect(replyOf(await ask(QUESTION)).facts).toEqual(['borel-cut']);
    });
  });

  describe('limits how much one person asks', () => {
    it('refuses the 21st question in a minute kindly and privately, and nobody else’s', async () => {
      const { ask, pass } = await startReception({ bot: (await startSmallBot()).bot });
      for (let count = 1; count <= 20; count++) expect(replyOf(await ask(QUESTION)).facts).toEqual(['borel-cut']);
      const refused = await ask(QUESTION);
      expect(refused).toMatchObject({ kind: 'say', audience: 'private' });
      expect(textOf(refused)).toBe('You are asking faster than I read. Give me 60 seconds, and ask again.');
      expect(replyOf(await ask(QUESTION, { by: BOB })).facts).toEqual(['borel-cut']);
      pass(MINUTE - 1);
      expect(textOf(await ask(QUESTION))).toContain('Give me a second, and ask again.');
      pass(1);
      expect(replyOf(await ask(QUESTION)).facts).toEqual(['borel-cut']);
    });

    it('counts in all threads, and commands and buttons as well', async () => {
      const { type, press, ask } = await startReception({ bot: (await startSmallBot()).bot });
      for (let count = 1; count <= 10; count++) {
        await type('list', { thread: `thread ${count}` });
        await press(`ask:${QUESTION}`);
      }
      expect(textOf(await ask(QUESTION))).toContain('faster than I read');
    });

    it('does not answer remarks of somebody who asks too much, nor refuse them', async () => {
      const { ask, remark } = await startReception({ bot: (await startSmallBot()).bot, threadFollowUps: true });
      for (let count = 1; count <= 19; count++) await ask(QUESTION);
      expect(await remark('how many people work at Acme now')).toHaveLength(1);
      expect(await remark(QUESTION)).toEqual([]);
    });
  });

  describe('remembers the thread', () => {
    it('lets a follow-up lean on what the same person asked in the same thread', async () => {
      const { ask, bot } = await startReception();
      await ask(KLARNA);
      const followUp = replyOf(await ask('and Fiverr?'));
      expect(followUp.facts).toEqual(bot.ask('and Fiverr?', [KLARNA]).facts);
      expect(followUp.facts[0]).toBe('fiverr-jobs-cut');
    });

    it('lets it lean neither on another person’s question nor on another thread’s', async () => {
      const { ask, bot } = await startReception();
      const alone = bot.ask('why?', []).facts;
      expect(bot.ask('why?', [KLARNA]).facts).not.toEqual(alone);
      await ask(KLARNA);
      expect(replyOf(await ask('why?', { by: BOB })).facts).toEqual(alone);
      expect(replyOf(await ask('why?', { thread: 'another' })).facts).toEqual(alone);
      expect(replyOf(await ask('why?')).facts).not.toEqual(alone);
    });

    it('answers a pressed question, which the next one leans on', async () => {
      const { press, ask } = await startReception();
      expect(replyOf(await press(`ask:${KLARNA}`)).facts[0]).toBe('klarna-jobs-cut-2022');
      expect(replyOf(await ask('and Fiverr?')).facts[0]).toBe('fiverr-jobs-cut');
    });
  });

  describe('hears remarks in its threads', () => {
    it('answers them with follow-ups on, and not with them off', async () => {
      for (const threadFollowUps of [true, false]) {
        const { ask, remark, reception } = await startReception({ threadFollowUps });
        await ask(KLARNA);
        expect(reception.follows('thread', HERE)).toBe(threadFollowUps);
        const said = await remark('and Fiverr?');
        expect(said.map((outgoing) => replyOf(outgoing).facts[0])).toEqual(threadFollowUps ? ['fiverr-jobs-cut'] : []);
      }
    });

    it('answers them for half an hour after its last answer', async () => {
      const { ask, remark, pass } = await startReception({ threadFollowUps: true });
      await ask(KLARNA);
      pass(30 * MINUTE - 1);
      expect(await remark('and Fiverr?')).toHaveLength(1);
      pass(30 * MINUTE - 1);
      expect(await remark('and Klarna?')).toHaveLength(1);
      pass(30 * MINUTE);
      expect(await remark('and Fiverr?')).toEqual([]);
    });

    it('leaves alone what it has no answer to, and threads where it has not answered', async () => {
      const { ask, remark, lines } = await startReception({ threadFollowUps: true });
      await ask(KLARNA);
      for (const text of ['nice weather today', 'lol ok', 'What is the capital of Peru?']) expect(await remark(text)).toEqual([]);
      expect(await remark(KLARNA, { thread: 'another' })).toEqual([]);
      expect(lines.join('')).not.toContain('"level":50');
    });

    it('leaves alone what would only get the answer before once more, or an answer for the sake of that one', async () => {
      const { ask, remark, bot } = await startReception({ threadFollowUps: true });
      await ask(KLARNA);
      const said = ['thanks', 'ok', '+1', '👍', '', ' ', 'I agree', 'merci', KLARNA, 'good point', 'can someone check?', 'who is on call today?'];
      for (const text of said) {
        expect(bot.ask(text, [KLARNA]).status).toBe('answered');
        expect(await remark(text)).toEqual([]);
      }
      for (const text of ['and Fiverr?', 'et Amazon ?']) expect(await remark(text)).toHaveLength(1);
    });

    it('does not take what it said to one person alone for an answer in the thread', async () => {
      const { ask, remark } = await startReception({ threadFollowUps: true });
      await ask(KLARNA, { audience: 'private' });
      expect(await remark(KLARNA, { by: BOB })).toEqual([]);
    });

    it('does not let a remark that went unanswered change what the next question leans on', async () => {
      const { ask, remark, bot } = await startReception({ threadFollowUps: true });
      await ask(KLARNA);
      await remark('nice weather today');
      expect(replyOf(await ask('and Fiverr?')).facts).toEqual(bot.ask('and Fiverr?', [KLARNA]).facts);
    });

    it('tells nobody of a remark that it failed on: it was not spoken to', async () => {
      const { ask, remark, errors } = await startReception({ threadFollowUps: true });
      await ask(KLARNA);
      let tried = 0;
      const deliver = async () => {
        tried++;
        throw new Error('no route');
      };
      expect(await remark('and Fiverr?', { deliver })).toEqual([]);
      expect(tried).toBe(1);
      expect(errors()).toHaveLength(1);
    });
  });

  describe('reads what was typed', () => {
    it('helps where nothing was asked', async () => {
      const { ask, type } = await startReception({ bot: (await startSmallBot()).bot });
      const help = await type('help', { audience: 'private' });
      expect(textOf(help)).toContain('/layoffs company <company>');
      for (const text of ['', '  \n ']) {
        expect(textOf(await ask(text))).toBe(textOf(help));
        expect(textOf(await type(text))).toBe(textOf(help));
      }
    });

    it('runs commands, answers questions, and suggests a command for a mistyped word', async () => {
      const { type, bot } = await startReception({ bot: (await startSmallBot()).bot });
      expect(textOf(await type('company acme'))).toBe(textOf({ kind: 'replace', reply: bot.library.profile('acme', 'en') }));
      expect(replyOf(await type(QUESTION)).facts).toEqual(['borel-cut']);
      expect(replyOf(await type(`ask ${QUESTION}`)).facts).toEqual(['borel-cut']);
      expect(textOf(await type('compny'))).toContain('There is no command “compny”.\nDid you mean /layoffs company');
    });

    it('shows to all what is asked with public:true, and to one person the rest', async () => {
      const { type, send } = await startReception({ bot: (await startSmallBot()).bot });
      for (const text of [QUESTION, `ask ${QUESTION}`, 'company borel', 'list']) {
        expect(await type(text, { audience: 'private' })).toMatchObject({ audience: 'private' });
        expect(await type(`${text} public:true`, { audience: 'private' })).toMatchObject({ audience: 'public' });
        expect(textOf(await type(`${text} public:true`))).toBe(textOf(await type(text)));
      }
      const given = new Map([
        ['company', ['borel']],
        ['public', ['true']],
      ]);
      expect(await send({ kind: 'command', name: 'company', given }, { audience: 'private', by: BOB })).toMatchObject([
        { audience: 'public', reply: { status: 'answered' } },
      ]);
    });

    it('answers kindly to a command that there is not', async () => {
      const { send } = await startReception({ bot: (await startSmallBot()).bot });
      const [outgoing] = await send({ kind: 'command', name: 'dance', given: new Map([['x', ['y']]]) });
      expect(outgoing && textOf(outgoing)).toContain('There is no command “dance”.');
    });
  });

  describe('speaks the person’s language', () => {
    it('in everything that it says around answers', async () => {
      const { bot } = await startSmallBot(() => knowledgeOf(CHANGED));
      const { ask, type, press } = await startReception({ bot });
      const by = AMÉLIE;
      expect(textOf(await ask('', { by }))).toContain('Posez votre question');
      expect(textOf(await press('x', { by }))).toContain('Ce bouton date d’avant mon redémarrage');
      expect(textOf(await press('dismiss:nobody', { by }))).toContain('Seule la personne qui a demandé');
      expect(textOf(await press('source:nobody', { by }))).toContain('ne sont plus dans les données');
      expect(textOf(await press('apply:1', { by }))).toContain('Seuls ceux qui s’occupent de ce bot');
      expect(textOf(await type('reload', { by }))).toContain('est réservé à ceux');
      for (let count = 7; count <= 20; count++) await type('list', { by });
      expect(textOf(await ask('', { by }))).toContain('plus vite que je ne lis');
    });

    it('in the language of the question where that shows one, buttons included', async () => {
      const { ask } = await startReception({ bot: (await startSmallBot()).bot });
      const french = await ask('combien de personnes Borel licencie-t-il', { audience: 'private' });
      expect(textOf(french)).toContain('Borel licencie environ 250 personnes');
      expect(buttonsOf(french).map(({ label }) => label)).toEqual(['Source', 'Partager ici']);
      const english = await ask(QUESTION, { by: AMÉLIE });
      expect(textOf(english)).toContain('Borel lays off about 250 people');
      expect(buttonsOf(english).map(({ label }) => label)).toEqual(['Source', 'Dismiss']);
    });

    it('tells a failure in it', async () => {
      const { bot } = await startSmallBot(() => Promise.reject(new Error('disk on fire')));
      const { type } = await startReception({ bot });
      expect(textOf(await type('reload', { by: person('admin', { admin: true, language: 'fr' }) }))).toMatch(/c’est noté sous [0-9a-f]{8}\./);
    });
  });

  describe('buttons', () => {
    it('are Source and Share under a private answer, Source and Dismiss under a public one', async () => {
      const { ask, type } = await startReception({ bot: (await startSmallBot()).bot });
      const labels = async (audience: 'private' | 'public') => [
        buttonsOf(await ask(QUESTION, { audience })).map(({ label }) => label),
        buttonsOf(await type('company borel', { audience })).map(({ label }) => label),
      ];
      expect(await labels('private')).toEqual([
        ['Source', 'Share in channel'],
        ['Source', 'Share in channel'],
      ]);
      expect(await labels('public')).toEqual([
        ['Source', 'Dismiss'],
        ['Source', 'Dismiss'],
      ]);
    });

    it('fit into the narrowest platform’s limit, whatever the answer rests on', async () => {
      const { type, bot } = await startReception();
      for (const { id } of bot.library.companies('en')) {
        const buttons = buttonsOf(await type(`company ${id}`, { by: person(id), audience: 'private' }));
        expect(buttons).toHaveLength(2);
        for (const { action, label } of buttons) {
          expect(action.length).toBeLessThanOrEqual(100);
          expect(label.length).toBeLessThanOrEqual(75);
        }
      }
    });

    it('name as many facts as a button can hold, where an answer rests on more', async () => {
      const facts = ['borel-cut', ...Array.from({ length: 30 }, (_, at) => `fact-${at}`)];
      const much: Command = {
        name: 'much',
        description: { en: 'much', fr: 'beaucoup' },
        options: [],
        admin: false,
        run: ({ library, language }) => ({ ...library.profile('borel', language), facts }),
      };
      const { type, press } = await startReception({ bot: (await startSmallBot(undefined, [much])).bot });
      const source = actionOf('Source', await type('much'));
      expect(readAction(source)).toEqual({ kind: 'source', facts: facts.slice(0, 13).map(shortId) });
      expect(textOf(await press(source))).toContain('Where it stands');
    });

    it('share the very same answer with everybody', async () => {
      const { bot, base } = await startSmallBot(() => knowledgeOf(CHANGED));
      const { ask, press } = await startReception({ bot });
      const answer = await ask(QUESTION, { audience: 'private' });
      await bot.reload('test', true);
      const shared = await press(actionOf('Share in channel', answer));
      expect(shared).toMatchObject({ kind: 'say', audience: 'public' });
      const withoutButtons = (outgoing: typeof answer) => replyOf(outgoing).blocks.filter(({ kind }) => kind !== 'buttons');
      expect(withoutButtons(shared)).toEqual(withoutButtons(answer));
      expect(replyOf(shared).version).toBe(base.version);
      expect(buttonsOf(shared).map(({ label }) => label)).toEqual(['Source', 'Dismiss']);
    });

    it('share for the asker and for moderators only', async () => {
      const { ask, press } = await startReception({ bot: (await startSmallBot()).bot });
      const share = actionOf('Share in channel', await ask(QUESTION, { audience: 'private' }));
      const refused = await press(share, { by: BOB });
      expect(refused).toMatchObject({ kind: 'say', audience: 'private' });
      expect(textOf(refused)).toBe('Only the person who asked, or a moderator, can do that.');
      const shared = await press(share, { by: MODERATOR });
      expect(shared).toMatchObject({ kind: 'say', audience: 'public', reply: { facts: ['borel-cut'] } });
      expect(await press(actionOf('Dismiss', shared), { by: ANN })).toEqual({ kind: 'remove' });
    });

    it('say that they are stale after a restart, where what they meant is gone', async () => {
      const { bot } = await startSmallBot();
      const before = await startReception({ bot });
      const answer = await before.ask(QUESTION, { audience: 'private' });
      const after = await startReception({ bot });
      const stale = await after.press(actionOf('Share in channel', answer));
      expect(stale).toMatchObject({ kind: 'say', audience: 'private' });
      expect(textOf(stale)).toBe('This button is from before I was restarted or changed. Ask me again, and you get a fresh one.');
      expect(textOf(await after.press(actionOf('Source', answer)))).toContain('Where it stands');
    });

    it('dismiss for the asker and for moderators only, also after a restart', async () => {
      const { bot } = await startSmallBot();
      const before = await startReception({ bot });
      const dismiss = actionOf('Dismiss', await before.ask(QUESTION));
      for (const { press } of [before, await startReception({ bot })]) {
        const refused = await press(dismiss, { by: BOB });
        expect(refused).toMatchObject({ kind: 'say', audience: 'private' });
        expect(textOf(refused)).toBe('Only the person who asked, or a moderator, can do that.');
        expect(await press(dismiss, { by: MODERATOR })).toEqual({ kind: 'remove' });
        expect(await press(dismiss, { by: ANN })).toEqual({ kind: 'remove' });
      }
    });

    it('show everybody who asks the passage around each quote, privately', async () => {
      const { bot, base } = await startSmallBot();
      const { ask, press } = await startReception({ bot });
      const answer = await ask(QUESTION);
      const shown = await press(actionOf('Source', answer), { by: BOB });
      expect(shown).toMatchObject({ kind: 'say', audience: 'private' });
      expect(replyOf(shown).blocks).toEqual([
        { kind: 'heading', text: 'Where it stands' },
        {
          kind: 'passage',
          before: 'L’entreprise ',
          exact: 'licencie environ 250 personnes, soit 30 % de son effectif',
          after: '.',
          source: 'Borel cuts posts — The Daily Post',
        },
      ]);
      expect(replyOf(shown).version).toBe(base.version);
    });

    it('show every quote of an answer’s facts as it stands in a document', async () => {
      const { bot, base } = await startBot();
      const { ask, press } = await startReception({ bot });
      const answer = await ask(KLARNA);
      const passages = replyOf(await press(actionOf('Source', answer))).blocks.flatMap((block) => (block.kind === 'passage' ? [block] : []));
      const quotes = replyOf(answer).facts.flatMap((id) => base.facts.get(id)?.quotes ?? []);
      expect(new Set(passages.map(({ exact }) => exact))).toEqual(new Set(quotes.map(({ exact }) => exact)));
      expect(passages.length).toBeGreaterThan(0);
      const texts = [...base.documents.values()].map(({ text }) => text);
      for (const { before, exact, after } of passages) {
        const passage = `${before.replace(/^…/, '')}${exact}${after.replace(/…$/, '')}`;
        expect(passage.length).toBeGreaterThan(exact.length);
        expect(texts.filter((text) => text.includes(passage))).not.toEqual([]);
      }
    });

    it('tell kindly that the facts are gone after a reload', async () => {
      const { bot } = await startSmallBot(() => knowledgeOf(RENAMED));
      const { ask, press } = await startReception({ bot });
      const source = actionOf('Source', await ask(QUESTION));
      await bot.reload('test', true);
      const gone = await press(source);
      expect(gone).toMatchObject({ kind: 'say', audience: 'private' });
      expect(textOf(gone)).toBe(
        `The facts behind this answer are no longer in the data (now version ${bot.library.version}). Ask me again for what it says now.`,
      );
    });

    it('are answered kindly where no version of the bot wrote them', async () => {
      const { press } = await startReception({ bot: (await startSmallBot()).bot });
      for (const action of ['', ':', 'ask', 'ask:', 'dance:now', 'SHARE:x', 'share:x']) {
        expect(textOf(await press(action, { by: person(action) }))).toContain('Ask me again, and you get a fresh one.');
      }
    });
  });

  describe('reloads for admins', () => {
    it('shows the difference privately, and swaps on Apply, telling who, from and to', async () => {
      const { bot, base, reloads } = await startSmallBot(() => knowledgeOf(CHANGED));
      const { type, press, ask } = await startReception({ bot });
      const shown = await type('reload public:true', { by: ADMIN });
      expect(shown).toMatchObject({ kind: 'say', audience: 'private' });
      expect(textOf(shown)).toMatch(/^Version \w+ is ready\. Version \w+ answers until you apply it\.\nFacts\n• changed \(1\): borel-cut$/);
      expect(buttonsOf(shown).map(({ label }) => label)).toEqual(['Apply', 'Cancel']);
      expect(bot.library.version).toBe(base.version);
      expect(textOf(await ask(QUESTION))).toContain('lays off about 250');
      const applied = await press(actionOf('Apply', shown), { by: ADMIN });
      const to = bot.library.version;
      expect(to).not.toBe(base.version);
      expect(applied.kind).toBe('replace');
      expect(textOf(applied)).toBe(`Applied: version ${base.version} → ${to}.`);
      expect(textOf(await ask(QUESTION))).toContain('is laying off some 250');
      const diff = { from: base.version, to, facts: { added: [], changed: ['borel-cut'], removed: [] } };
      expect(reloads).toMatchObject([
        { by: ADMIN.id, from: base.version, outcome: { ok: true, applied: false, diff } },
        { by: ADMIN.id, from: base.version, outcome: { ok: true, applied: true, diff } },
      ]);
    });

    it('keeps the version on Cancel, after which Apply is outdated', async () => {
      const { bot, base } = await startSmallBot(() => knowledgeOf(CHANGED));
      const { type, press } = await startReception({ bot });
      const shown = await type('reload', { by: ADMIN });
      const cancelled = await press(actionOf('Cancel', shown), { by: ADMIN });
      expect(cancelled.kind).toBe('replace');
      expect(textOf(cancelled)).toBe(`Cancelled: I go on with version ${base.version}.`);
      expect(textOf(await press(actionOf('Apply', shown), { by: ADMIN }))).toContain('Nothing applied');
      expect(bot.library.version).toBe(base.version);
    });

    it('tells that Apply is outdated after another reload, and after itself', async () => {
      const editions = [await knowledgeOf(CHANGED), await knowledgeOf(RENAMED)];
      const { bot, base, reloads } = await startSmallBot(async () => editions.shift() ?? knowledgeOf());
      const { type, press } = await startReception({ bot });
      const first = await type('reload', { by: ADMIN });
      const second = await type('reload', { by: ADMIN });
      const outdated = await press(actionOf('Apply', first), { by: ADMIN });
      expect(outdated.kind).toBe('replace');
      expect(textOf(outdated)).toBe(
        `Nothing applied: this is no longer what was loaded last. I go on with version ${base.version}; reload again to see what would change.`,
      );
      expect(bot.library.version).toBe(base.version);
      expect(textOf(await press(actionOf('Apply', second), { by: ADMIN }))).toContain(`Applied: version ${base.version} → `);
      expect(textOf(await press(actionOf('Apply', second), { by: ADMIN }))).toContain('Nothing applied');
      expect(reloads.filter(({ outcome }) => outcome.ok && outcome.applied)).toHaveLength(1);
    });

    it('tells that Apply is outdated where the same version was applied meanwhile', async () => {
      const { bot, reloads } = await startSmallBot(() => knowledgeOf(CHANGED));
      const { type, press } = await startReception({ bot });
      const shown = await type('reload', { by: ADMIN });
      await type('reload apply:true', { by: ADMIN });
      expect(textOf(await press(actionOf('Apply', shown), { by: ADMIN }))).toContain(`Nothing applied`);
      expect(reloads).toHaveLength(2);
    });

    it('does both at once where that is asked', async () => {
      const { bot, base } = await startSmallBot(() => knowledgeOf(CHANGED));
      const { type } = await startReception({ bot });
      const reply = await type('reload apply:true', { by: ADMIN });
      expect(buttonsOf(reply)).toEqual([]);
      expect(textOf(reply)).toContain(`Reloaded: version ${base.version} → ${bot.library.version}.`);
      expect(replyOf(reply).version).toBe(bot.library.version);
      expect(bot.library.version).not.toBe(base.version);
    });

    it('lists every problem with its place and what to do, and changes nothing', async () => {
      const { bot, base, reloads } = await startSmallBot(() => knowledgeOf(BROKEN));
      const { type, ask } = await startReception({ bot });
      for (const typed of ['reload', 'reload apply:true']) {
        const reply = await type(typed, { by: ADMIN });
        expect(reply).toMatchObject({ kind: 'say', audience: 'private' });
        expect(textOf(reply)).toMatch(/^Not reloaded: there is a problem\. I go on with version \w+\.\n• data\/facts\/borel\.yaml:\d+:\d+ .*borel-cutz.*Fix: /);
        expect(buttonsOf(reply)).toEqual([]);
      }
      expect(replyOf(await ask(QUESTION)).version).toBe(base.version);
      expect(reloads).toMatchObject([
        { by: ADMIN.id, outcome: { ok: false } },
        { by: ADMIN.id, outcome: { ok: false } },
      ]);
    });

    it('refuses anybody else privately, loads nothing, and logs who it was', async () => {
      let loads = 0;
      const { bot, base } = await startSmallBot(() => {
        loads++;
        return knowledgeOf(CHANGED);
      });
      const { type, press, lines } = await startReception({ bot });
      const refused = await type('reload apply:true public:true');
      expect(refused).toMatchObject({ kind: 'say', audience: 'private' });
      expect(textOf(refused)).toBe('“reload” is only for those who look after this bot.');
      expect(loads).toBe(0);
      const shown = await type('reload', { by: ADMIN });
      for (const label of ['Apply', 'Cancel']) {
        const pressed = await press(actionOf(label, shown));
        expect(pressed).toMatchObject({ kind: 'say', audience: 'private' });
        expect(textOf(pressed)).toBe('Only those who look after this bot can do that.');
      }
      expect(bot.library.version).toBe(base.version);
      const refusals = lines.map((line): unknown => JSON.parse(line)).filter((line) => JSON.stringify(line).includes('refused'));
      expect(refusals).toMatchObject([
        { level: 40, person: ANN.id, command: 'reload', msg: 'refused: not an admin' },
        { level: 40, person: ANN.id, action: 'apply', msg: 'refused: not an admin' },
        { level: 40, person: ANN.id, action: 'cancel', msg: 'refused: not an admin' },
      ]);
      expect(textOf(await press(actionOf('Apply', shown), { by: ADMIN }))).toContain('Applied');
    });

    it('asks each time whether it is an admin', async () => {
      const { bot, base } = await startSmallBot(() => knowledgeOf(CHANGED));
      const { type, press } = await startReception({ bot });
      let admin = true;
      const by: Person = { ...ADMIN, isAdmin: () => Promise.resolve(admin) };
      const shown = await type('reload', { by });
      admin = false;
      expect(textOf(await press(actionOf('Apply', shown), { by }))).toContain('Only those who look after this bot');
      expect(bot.library.version).toBe(base.version);
    });

    it('answers 1,000 questions during 50 reloads, each from exactly one version', async () => {
      const editions = await Promise.all([knowledgeOf(), knowledgeOf(CHANGED)]);
      let loads = 0;
      const { bot, base } = await startSmallBot(async () => {
        await new Promise((resolve) => setTimeout(resolve, 1));
        return editions[++loads % 2] ?? knowledgeOf();
      });
      const { type, send, pass, errors } = await startReception({ bot });
      const reloads = Array.from({ length: 50 }, (_, at) => type('reload apply:true', { by: person(`admin ${at}`, { admin: true }) }));
      const asked = [QUESTION, `ask ${QUESTION}`, 'company borel', 'timeline borel', 'status'];
      const seen = new Set<string>();
      for (let turn = 0; turn < 100; turn++) {
        pass(MINUTE);
        const texts = [...asked, ...asked];
        const delivered = await Promise.all(texts.map((text, at) => send({ kind: 'typed', text }, { by: person(`asker ${at}`) })));
        for (const [at, outgoings] of delivered.entries()) {
          expect(outgoings).toHaveLength(1);
          for (const outgoing of outgoings) {
            const { version } = replyOf(outgoing);
            const words = version === base.version ? 'lays off about 250' : 'is laying off some 250';
            expect(textOf(outgoing)).toContain(texts[at] === 'status' ? `Data version | ${version}` : words);
            seen.add(version);
          }
        }
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      const outcomes = await Promise.all(reloads);
      expect(outcomes.filter((outcome) => textOf(outcome).startsWith('Reloaded: version'))).toHaveLength(50);
      expect(loads).toBe(50);
      expect(seen.size).toBe(2);
      expect(errors()).toEqual([]);
    });
  });

  describe('goes on after a failure', () => {
    const SECRET = 'my salary is 4711';
    /** As clients throw it: with what was sent in its message and its fields. */
    const clientError = () =>
      Object.assign(new Error(`400: content “${SECRET}”\n    at ${SECRET}`), { code: 50035, requestBody: { json: { content: SECRET } } });

    it('logs a failed delivery under an id, tells the person that id, and serves the next request', async () => {
      const { bot } = await startSmallBot();
      const { ask, errors, lines } = await startReception({ bot });
      let deliveries = 0;
      const told = await ask(`${QUESTION}, ${SECRET}?`, {
        deliver: async () => {
          if (++deliveries === 1) throw clientError();
        },
      });
      const [error] = errors();
      expect(errors()).toHaveLength(1);
      expect(error).toMatchObject({ platform: 'test', request: 'question', error: { name: 'Error', code: '50035' }, msg: 'a request failed' });
      const id = textOf(told).match(/noted under ([0-9a-f]{8})\./)?.[1];
      expect(error).toMatchObject({ id });
      expect(told).toMatchObject({ kind: 'say', audience: 'private' });
      expect(lines.join('')).not.toMatch(/salary|4711|Borel/);
      expect(lines.join('')).toContain('reception.test.ts');
      expect(replyOf(await ask(QUESTION)).facts).toEqual(['borel-cut']);
    });

    it('does so, too, where finding the answer failed', async () => {
      const { bot } = await startSmallBot(() => Promise.reject(clientError()));
      const { type, press, errors, lines } = await startReception({ bot });
      const broken: Person = { ...BOB, isAdmin: () => Promise.reject(clientError()), isModerator: () => Promise.reject(clientError()) };
      const told = [
        await type('reload', { by: ADMIN }),
        await type('reload', { by: broken }),
        await press('apply:1', { by: broken }),
        await press('dismiss:somebody', { by: broken }),
      ];
      const ids = told.map((outgoing) => textOf(outgoing).match(/noted under ([0-9a-f]{8})\./)?.[1]);
      expect(new Set(ids).size).toBe(4);
      expect(errors()).toMatchObject(ids.map((id) => ({ id })));
      expect(lines.join('')).not.toMatch(/salary|4711/);
      expect(replyOf(await type(QUESTION)).facts).toEqual(['borel-cut']);
    });

    it('logs where not even that can be told, and serves the next request', async () => {
      const { send, ask, errors, lines } = await startReception({ bot: (await startSmallBot()).bot });
      const deliver = () => Promise.reject(clientError());
      expect(await send({ kind: 'question', text: SECRET }, { deliver })).toEqual([]);
      expect(errors()).toMatchObject([{ msg: 'a request failed' }, { msg: 'nor could the person be told' }]);
      expect(lines.join('')).not.toMatch(/salary|4711/);
      expect(replyOf(await ask(QUESTION)).facts).toEqual(['borel-cut']);
    });

    it('serves others while one delivery hangs', async () => {
      const { send, ask } = await startReception({ bot: (await startSmallBot()).bot });
      void send({ kind: 'question', text: QUESTION }, { deliver: () => new Promise(() => {}) });
      expect(replyOf(await ask(QUESTION)).facts).toEqual(['borel-cut']);
    });

    it('logs of what went well neither who wrote nor what', async () => {
      const { ask, type, lines } = await startReception({ bot: (await startSmallBot()).bot });
      await ask(SECRET);
      await type(`${SECRET} public:true`);
      expect(lines).toHaveLength(2);
      expect(lines.join('')).not.toMatch(/salary|4711|ann/);
    });
  });

  describe('closes', () => {
    it('takes nothing new, and waits for what is under way', async () => {
      const { send, reception } = await startReception({ bot: (await startSmallBot()).bot });
      const finished: string[] = [];
      let finish = () => {};
      const held = new Promise<void>((resolve) => {
        finish = resolve;
      });
      const underWay = send({ kind: 'question', text: QUESTION }, { deliver: () => held });
      const closing = reception.close(60_000).then(() => finished.push('closed'));
      expect(await send({ kind: 'question', text: QUESTION })).toEqual([]);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(finished).toEqual([]);
      finish();
      expect((await underWay).map((outgoing) => replyOf(outgoing).facts)).toEqual([['borel-cut']]);
      await closing;
      expect(finished).toEqual(['closed']);
      expect(await send({ kind: 'question', text: QUESTION })).toEqual([]);
    });

    it('waits no longer than it may', async () => {
      const { send, reception } = await startReception({ bot: (await startSmallBot()).bot });
      vi.useFakeTimers();
      try {
        void send({ kind: 'question', text: QUESTION }, { deliver: () => new Promise(() => {}) });
        let closed = false;
        void reception.close(10_000).then(() => {
          closed = true;
        });
        await vi.advanceTimersByTimeAsync(9_999);
        expect(closed).toBe(false);
        await vi.advanceTimersByTimeAsync(1);
        expect(closed).toBe(true);
      } finally {
        vi.useRealTimers();
      }
    });

    it('closes at once where nothing is under way', async () => {
      const { ask, reception } = await startReception({ bot: (await startSmallBot()).bot });
      await ask(QUESTION);
      const start = performance.now();
      await reception.close(60_000);
      expect(performance.now() - start).toBeLessThan(5_000);
    });
  });

  it('writes into its buttons what it reads out of them', async () => {
    const { ask } = await startReception({ bot: (await startSmallBot()).bot });
    const answer = await ask(QUESTION);
    expect(actionOf('Source', answer)).toBe(writeAction({ kind: 'source', facts: [shortId('borel-cut')] }));
    expect(actionOf('Dismiss', answer)).toBe(writeAction({ kind: 'dismiss', asker: shortId(ANN.id) }));
  });
});
