import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { localSlackMissing } from '../../servers/slack/local-slack-binary.ts';
import type { Message } from '../../servers/slack/message.ts';
import { channels, people } from '../../servers/slack/workspace.ts';
import { buttonsOf, expectClean, first, MENTION, type Started, shown, startSlackBot } from './start-slack-bot.ts';

const general = channels.general.id;
const member = people.member.id;
const second = people.second.id;
const QUESTION = 'How many people did Klarna lay off?';
const missing = localSlackMissing();

describe.skipIf(missing !== undefined)(`buttons in Slack${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  let started: Started;

  beforeAll(async () => {
    started = await startSlackBot();
  });
  afterAll(() => started.stop());
  beforeEach(() => started.pass(120_000));
  afterEach(() => expectClean(started.slack));

  const privately = async () => first((await started.slack.slash({ user: member, channel: general, text: `/layoffs ${QUESTION}` })).ephemerals);
  const publicly = async () => first((await started.slack.say({ user: member, channel: general, text: `${MENTION} ${QUESTION}` })).messages);
  const nextQuestion = (message: Message) => first(buttonsOf(message).filter((label) => label.endsWith('?')));

  it('answers a follow-up question privately under a private answer', async () => {
    const message = await privately();
    const { ephemerals, messages } = await started.slack.pressButton({ user: member, message, text: nextQuestion(message) });
    expect(messages).toEqual([]);
    expect(first(ephemerals)).toMatchObject({ visibleTo: member });
    expect(shown(first(ephemerals).blocks)).toContain(nextQuestion(message));
  });

  it('answers it publicly in the thread under a public one, whoever presses', async () => {
    const message = await publicly();
    const { messages, ephemerals } = await started.slack.pressButton({ user: second, message, text: nextQuestion(message) });
    expect(ephemerals).toEqual([]);
    expect(messages).toMatchObject([{ threadTs: message.threadTs }]);
    expect(shown(first(messages).blocks)).toContain(nextQuestion(message));
  });

  it('answers in a thread under a public slash answer', async () => {
    const { messages } = await started.slack.slash({ user: member, channel: general, text: `/layoffs ${QUESTION} public:true` });
    const message = first(messages);
    const next = await started.slack.pressButton({ user: second, message, text: nextQuestion(message) });
    expect(next.messages).toMatchObject([{ threadTs: message.ts }]);
    const source = await started.slack.pressButton({ user: second, message, text: 'Source' });
    // Nobody would see it in a thread that does not exist.
    expect(source.ephemerals).toMatchObject([{ threadTs: undefined, visibleTo: second }]);
  });

  it.each([
    ['private', privately],
    ['public', publicly],
  ])('shows the source of a %s answer privately, the quote in bold', async (_, ask) => {
    const message = await ask();
    const { ephemerals, messages } = await started.slack.pressButton({ user: member, message, text: 'Source' });
    expect(messages).toEqual([]);
    const source = first(ephemerals);
    expect(source.visibleTo).toBe(member);
    expect(JSON.stringify(source.blocks)).toMatch(/"text":"[^"]*700 personnes[^"]*","style":\{"bold":true\}/);
  });

  it('shares a private answer', async () => {
    const { messages } = await started.slack.pressButton({ user: member, message: await privately(), text: 'Share in channel' });
    expect(first(messages)).toMatchObject({ channel: general, visibleTo: undefined });
    expect(first(messages).text).toContain('Klarna');
    expect(buttonsOf(first(messages))).toContain('Dismiss');
  });

  it('lets whoever asked remove the answer', async () => {
    const message = await publicly();
    const { acts } = await started.slack.pressButton({ user: member, message, text: 'Dismiss', expect: 1 });
    expect(acts).toMatchObject([{ kind: 'delete' }]);
    expect(started.slack.messages(general).map(({ ts }) => ts)).not.toContain(message.ts);
  });

  it('removes all messages of a long answer', async () => {
    const { bot, slack } = started;
    const ask = bot.ask.bind(bot);
    const quotes = Array.from({ length: 60 }, (_, at) => ({ kind: 'quote', exact: `${at} ${'word '.repeat(60)}`, label: '', source: `Source ${at}` }) as const);
    bot.ask = (question, thread) => ({ ...ask(question, thread), blocks: quotes });
    const { said, messages } = await slack.say({ user: member, channel: general, text: `${MENTION} ${QUESTION}`, expect: 3 });
    bot.ask = ask;
    expect(messages).toHaveLength(3);
    await slack.pressButton({ user: member, message: first(messages.slice(-1)), text: 'Dismiss', expect: messages.length });
    expect(slack.messages(general).filter(({ threadTs }) => threadTs === said.ts)).toEqual([]);
  });

  it('lets an admin remove it', async () => {
    const { acts } = await started.slack.pressButton({ user: people.admin.id, message: await publicly(), text: 'Dismiss' });
    expect(acts).toMatchObject([{ kind: 'delete' }]);
  });

  it('tells anybody else kindly that they cannot', async () => {
    const message = await publicly();
    const { ephemerals, acts } = await started.slack.pressButton({ user: second, message, text: 'Dismiss' });
    expect(acts).toHaveLength(1);
    expect(first(ephemerals).text).toMatch(/Only the person who asked|Seule la personne/);
    expect(started.slack.messages(general).map(({ ts }) => ts)).toContain(message.ts);
  });

  it.each(['share:long-ago', 'nonsense', 'later:kind', 'source:AAAAAA', 'apply:00000000'])('answers a stale button: %s', async (value) => {
    const message = await privately();
    const button = { type: 'button', action_id: 'act:1', text: { type: 'plain_text', text: 'Old' }, value };
    const old = { ...message, blocks: [{ type: 'actions', block_id: 'old', elements: [button] }] };
    const { ephemerals } = await started.slack.pressButton({ user: member, message: old, text: 'Old' });
    expect(first(ephemerals).text).toMatch(/before I was restarted|no longer in the data|look after this bot/);
  });

  it('serves a press once, however often it comes', async () => {
    const message = await publicly();
    const { messages } = await started.slack.pressButton({ user: member, message, text: nextQuestion(message), copies: 3 });
    expect(messages).toHaveLength(1);
  });

  it('keeps to the conversation in direct messages', async () => {
    const { messages } = await started.slack.say({ user: member, text: QUESTION });
    const message = first(messages);
    const source = await started.slack.pressButton({ user: member, message, text: 'Source' });
    expect(source.messages).toMatchObject([{ channel: message.channel }]);
    const next = await started.slack.pressButton({ user: member, message, text: nextQuestion(message) });
    expect(next.messages).toMatchObject([{ channel: message.channel, threadTs: undefined }]);
  });

  it('waits where a response_url is rate limited, and loses nothing', async () => {
    const { slack } = started;
    const message = await privately();
    slack.planFault({ fault: { kind: 'rate limit', retryAfterSeconds: 1 }, calls: 1, method: 'response_url' });
    slack.planFault({ fault: { kind: 'status', status: 503 }, calls: 1, method: 'response_url' });
    const { ephemerals, firstMs } = await slack.pressButton({ user: member, message, text: 'Source' });
    expect(ephemerals).toHaveLength(1);
    expect(firstMs).toBeGreaterThan(900);
    slack.faults.clear();
  });
});
