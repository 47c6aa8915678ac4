import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { localSlackMissing } from '../../servers/slack/local-slack-binary.ts';
import { channels, app as identity, people } from '../../servers/slack/workspace.ts';
import { buttonsOf, expectClean, first, MENTION, type Started, shown, startSlackBot } from './start-slack-bot.ts';

const general = channels.general.id;
const member = people.member.id;
const QUESTION = 'How many people did Klarna lay off?';
const missing = localSlackMissing();

describe.skipIf(missing !== undefined)(`ways to ask in Slack${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  let started: Started;

  beforeAll(async () => {
    started = await startSlackBot({
      threadFollowUps: true,
      subscriptions: ['app_mention', 'message.im', 'message.channels', 'message.groups', 'app_home_opened'],
    });
  });
  afterAll(() => started.stop());
  beforeEach(() => started.pass(120_000));
  afterEach(() => expectClean(started.slack));

  describe('slash command', () => {
    it('answers a question privately, in the acknowledgement', async () => {
      const { slack, bot } = started;
      const { ephemerals, messages, responses, ack } = await slack.slash({ user: member, channel: general, text: `/layoffs ${QUESTION}` });
      expect(messages).toEqual([]);
      expect(responses).toEqual([]);
      const reply = first(ephemerals);
      expect(reply.visibleTo).toBe(member);
      expect(reply.text).toContain('Klarna');
      expect(shown(reply.blocks)).toContain(`data ${bot.library.version}`);
      expect(buttonsOf(reply)).toEqual(expect.arrayContaining(['Source', 'Share in channel']));
      expect(ack.ms).toBeLessThan(1_000);
    });

    it('answers publicly where that is asked for', async () => {
      const { messages, ephemerals } = await started.slack.slash({ user: member, channel: general, text: `/layoffs ${QUESTION} public:true` });
      expect(ephemerals).toEqual([]);
      expect(first(messages).channel).toBe(general);
      expect(buttonsOf(first(messages))).toContain('Dismiss');
    });

    it.each([
      ['company klarna', 'Klarna'],
      ['compare klarna fiverr', 'Fiverr'],
      ['timeline klarna', 'Klarna'],
      ['list', 'Company'],
      ['sources', 'documents'],
      ['help', '/layoffs company'],
      ['status', 'Data version'],
      ['', '/layoffs company'],
      ['halp', 'help'],
    ])('runs /layoffs %s', async (typed, expected) => {
      const { ephemerals } = await started.slack.slash({ user: member, channel: general, text: `/layoffs ${typed}`.trim() });
      expect(shown(first(ephemerals).blocks)).toContain(expected);
    });

    it('speaks the language of the client where there is no question to go by', async () => {
      const { ephemerals } = await started.slack.slash({ user: people.second.id, channel: general, text: '/layoffs help' });
      expect(shown(first(ephemerals).blocks)).toContain('Posez votre question');
    });

    it('answers where the bot is no member', async () => {
      const { ephemerals } = await started.slack.slash({ user: member, channel: channels.elsewhere.id, text: `/layoffs ${QUESTION}` });
      expect(ephemerals).toHaveLength(1);
      const shared = await started.slack.pressButton({ user: member, message: first(ephemerals), text: 'Share in channel' });
      expect(first(shared.messages).channel).toBe(channels.elsewhere.id);
    });
  });

  describe('mention', () => {
    it('answers in a thread under it, where all can see', async () => {
      const { said, messages } = await started.slack.say({ user: member, channel: general, text: `${MENTION} ${QUESTION}` });
      expect(messages).toMatchObject([{ channel: general, threadTs: said.ts, visibleTo: undefined }]);
      expect(first(messages).text).toContain('Klarna');
      expect(buttonsOf(first(messages))).toEqual(expect.arrayContaining(['Source', 'Dismiss']));
    });

    it('answers wherever in the message it stands', async () => {
      const { messages } = await started.slack.say({ user: member, channel: general, text: `Hey ${MENTION}, why did Klarna lay people off?` });
      expect(first(messages).text).toContain('Klarna');
    });

    it('gets help where it says nothing else', async () => {
      const { messages } = await started.slack.say({ user: member, channel: general, text: `${MENTION} ` });
      expect(shown(first(messages).blocks)).toContain('/layoffs company');
    });

    it('runs a command, since slash commands do not exist in threads', async () => {
      const { messages } = await started.slack.say({ user: member, channel: general, text: `${MENTION} list` });
      expect(first(messages).blocks.some(({ type }) => type === 'table')).toBe(true);
    });

    it('understands a follow-up in the thread', async () => {
      const { slack } = started;
      const { said } = await slack.say({ user: member, channel: general, text: `${MENTION} ${QUESTION}` });
      const next = await slack.say({ user: member, channel: general, threadTs: said.ts, text: `${MENTION} and why?` });
      expect(next.messages).toMatchObject([{ threadTs: said.ts }]);
      expect(shown(first(next.messages).blocks)).toContain('Klarna');
    });
  });

  describe('direct message', () => {
    it('answers where it was written, in a thread too', async () => {
      const { slack } = started;
      const top = await slack.say({ user: member, text: QUESTION });
      expect(top.messages).toMatchObject([{ threadTs: undefined }]);
      const inside = await slack.say({ user: member, threadTs: top.said.ts, text: QUESTION });
      expect(inside.messages).toMatchObject([{ threadTs: top.said.ts }]);
    });

    it('answers a mention there once', async () => {
      const { messages } = await started.slack.say({ user: member, text: `${MENTION} ${QUESTION}`, expect: 1 });
      expect(messages).toHaveLength(1);
    });

    it('suggests questions where a conversation opens, without a thread', async () => {
      const { acts } = await started.slack.openMessagesTab({ user: member, expect: 0 });
      await expect.poll(() => started.slack.records.calls.filter(({ method }) => method === 'assistant.threads.setSuggestedPrompts')).not.toHaveLength(0);
      const call = started.slack.records.calls.findLast(({ method }) => method === 'assistant.threads.setSuggestedPrompts');
      expect(call?.args).not.toHaveProperty('thread_ts');
      expect(call?.error).toBeUndefined();
      expect(acts.every(({ kind }) => kind === 'thread')).toBe(true);
    });
  });

  describe('follow-up without a mention', () => {
    it('is answered in a thread where the bot has answered', async () => {
      const { slack } = started;
      const { said } = await slack.say({ user: member, channel: general, text: `${MENTION} ${QUESTION}` });
      const { messages } = await slack.say({ user: member, channel: general, threadTs: said.ts, text: 'And how many did Fiverr lay off?' });
      expect(messages).toMatchObject([{ threadTs: said.ts }]);
    });

    it('is left alone where there is no answer to it', async () => {
      const { slack } = started;
      const { said } = await slack.say({ user: member, channel: general, text: `${MENTION} ${QUESTION}` });
      await slack.expectNothingPosted(150, () => slack.say({ user: member, channel: general, threadTs: said.ts, text: 'lunch at noon?', expect: 0 }));
    });

    it('is left alone half an hour later, in other threads, and outside of threads', async () => {
      const { slack } = started;
      const { said } = await slack.say({ user: member, channel: general, text: `${MENTION} ${QUESTION}` });
      started.pass(31 * 60_000);
      await slack.expectNothingPosted(100, async () => {
        await slack.say({ user: member, channel: general, threadTs: said.ts, text: QUESTION, expect: 0 });
        const { said: other } = await slack.say({ user: member, channel: general, text: QUESTION, expect: 0 });
        await slack.say({ user: member, channel: general, threadTs: other.ts, text: QUESTION, expect: 0 });
      });
    });

    it('comes once where it mentions the bot', async () => {
      const { slack } = started;
      const { said } = await slack.say({ user: member, channel: general, text: `${MENTION} ${QUESTION}` });
      const { messages } = await slack.say({ user: member, channel: general, threadTs: said.ts, text: `${MENTION} ${QUESTION}` });
      expect(messages).toHaveLength(1);
    });
  });

  describe('message shortcut', () => {
    it('takes the message for a question, and answers privately', async () => {
      const { slack } = started;
      const { said } = await slack.say({ user: people.second.id, channel: general, text: QUESTION, expect: 0 });
      const { ephemerals, messages } = await slack.shortcut({ user: member, callbackId: 'ask_about_this', message: said });
      expect(messages).toEqual([]);
      expect(first(ephemerals)).toMatchObject({ visibleTo: member, channel: general });
      expect(first(ephemerals).text).toContain('Klarna');
    });

    it('answers in the thread of the message, and where the bot is no member', async () => {
      const { slack } = started;
      const { said } = await slack.say({ user: member, channel: general, text: `${MENTION} ${QUESTION}` });
      const { said: inside } = await slack.say({ user: member, channel: general, threadTs: said.ts, text: 'no idea at all', expect: 0 });
      const { ephemerals } = await slack.shortcut({ user: member, callbackId: 'ask_about_this', message: { ...inside, text: QUESTION } });
      expect(ephemerals).toMatchObject([{ threadTs: said.ts }]);
      const far = await slack.say({ user: member, channel: channels.elsewhere.id, text: QUESTION, expect: 0 });
      const away = await slack.shortcut({ user: member, callbackId: 'ask_about_this', message: far.said });
      expect(away.ephemerals).toMatchObject([{ channel: channels.elsewhere.id }]);
    });

    it('gives help where the message says nothing', async () => {
      const { slack } = started;
      const { said } = await slack.say({ user: people.second.id, channel: general, text: '   ', expect: 0 });
      const { ephemerals } = await slack.shortcut({ user: member, callbackId: 'ask_about_this', message: said });
      expect(shown(first(ephemerals).blocks)).toContain('/layoffs company');
    });
  });

  describe('App Home', () => {
    it('shows what the bot knows, and how to ask', async () => {
      const { slack, bot } = started;
      const { homes } = await slack.openHome({ user: member });
      const home = JSON.stringify(first(homes).content);
      for (const part of ['Klarna', bot.library.version, `${bot.library.counts.facts} facts`, 'How to ask', identity.botName]) expect(home).toContain(part);
    });

    it('speaks the language of the client', async () => {
      const { homes } = await started.slack.openHome({ user: people.second.id });
      expect(JSON.stringify(first(homes).content)).toContain('Comment demander');
    });

    it('answers an example in the conversation, with the question', async () => {
      const { slack, bot } = started;
      await slack.openHome({ user: member });
      const question = first(bot.library.examples('en'));
      const { messages } = await slack.pressButton({ user: member, text: question });
      expect(first(messages).channel).toBe(await slack.directChannel(member));
      expect(shown(first(messages).blocks)).toContain(question);
    });
  });

  describe('what is not for the bot', () => {
    it('gets no answer: other bots, itself, messages without a mention', async () => {
      const { slack } = started;
      await slack.expectNothingPosted(150, async () => {
        await slack.say({ user: people.otherBot.id, channel: general, text: `${MENTION} ${QUESTION}`, expect: 0 });
        await slack.say({ user: people.otherBot.id, text: QUESTION, expect: 0 });
        await slack.say({ user: member, channel: general, text: QUESTION, expect: 0 });
      });
    });
  });

  it('answers a mention fast', async () => {
    const times: number[] = [];
    for (let turn = 0; turn < 15; turn += 1) {
      started.pass(60_000);
      const { firstMs = Number.POSITIVE_INFINITY } = await started.slack.say({ user: member, channel: general, text: `${MENTION} ${QUESTION}` });
      times.push(firstMs);
    }
    const median = times.sort((left, right) => left - right)[7] ?? 0;
    if (process.env['SHOW_FIGURES']) console.log(`mention → answer: median ${median.toFixed(1)} ms`);
    expect(median).toBeLessThan(300);
  });
});
