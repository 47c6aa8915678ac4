import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk, Visit } from '../../../src/bot/desk.ts';
import type { Incoming } from '../../../src/bot/incoming.ts';
import { lead, replaceFor, sayTo } from '../../../src/bot/say.ts';
import type { Form } from '../../../src/reply/form.ts';
import { type Fields, listField } from '../../servers/slack/json.ts';
import { localSlackMissing } from '../../servers/slack/local-slack-binary.ts';
import type { Message } from '../../servers/slack/message.ts';
import { channels, people } from '../../servers/slack/workspace.ts';
import { expectClean, first, MENTION, type Started, shown, startSlackBot } from './start-slack-bot.ts';

const general = channels.general.id;
const member = people.member.id;
const second = people.second.id;
const QUESTION = 'How many people did Klarna lay off?';
const missing = localSlackMissing();

const FORM: Form = {
  title: 'A title that is longer than Slack takes',
  submit: 'Send',
  action: 'why:reason|a1',
  fields: [
    {
      ...{ kind: 'choice', id: 'reason', label: 'Reason', help: null, required: true, value: null },
      choices: [
        { value: 'wrong', label: 'It is wrong' },
        { value: 'other', label: 'Something else' },
      ],
    },
    { kind: 'text', id: 'line', label: 'In your own words', help: 'One line is enough.', required: false, long: true, value: '', maxLength: 5_000 },
    { kind: 'choice', id: 'language', label: 'Language', help: null, required: false, value: 'fr', choices: [{ value: 'fr', label: 'French' }] },
    { kind: 'channels', id: 'where', label: 'Channels', help: null, required: false, most: 3, values: [channels.random.id] },
    { kind: 'channels', id: 'desk', label: 'Editors', help: null, required: false, most: 1, values: [] },
  ],
};

describe.skipIf(missing !== undefined)(`forms in Slack${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  let started: Started;
  let received: Incoming[] = [];
  let trap = '';
  let entries: (readonly [string, readonly string[]])[] = [];
  let answer: (visit: Visit) => ReturnType<NonNullable<Desk['submit']>> = async (visit) => sayTo(visit, lead('Noted.'));

  const desk: Desk = {
    below: ({ id }) => [
      {
        kind: 'feedback',
        good: { label: 'Good answer', action: `good:${id}`, style: 'plain' },
        bad: { label: 'Bad answer', action: `bad:${id}`, style: 'plain' },
      },
    ],
    press: async (action, visit) => {
      received.push(visit.incoming);
      if (action.kind === 'good') return sayTo(visit, lead('Thank you.'));
      return action.kind === 'bad' ? { kind: 'form', form: FORM } : null;
    },
    listensTo: (_place, under) => under === trap,
    hear: async () => ({ kind: 'form', form: FORM }),
    submit: async (_action, given, visit) => {
      received.push(visit.incoming);
      entries = [...given];
      return answer(visit);
    },
  };

  beforeAll(async () => {
    started = await startSlackBot({ desks: [desk] });
  });
  afterAll(() => started.stop());
  beforeEach(() => {
    started.pass(120_000);
    received = [];
    answer = async (visit) => sayTo(visit, lead('Noted.'));
  });
  afterEach(() => expectClean(started.slack));

  const privately = async () => first((await started.slack.slash({ user: member, channel: general, text: `/layoffs ${QUESTION}` })).ephemerals);
  const publicly = async () => first((await started.slack.say({ user: member, channel: general, text: `${MENTION} ${QUESTION}` })).messages);
  const open = async (message: Message, user: string = member) => {
    const { views } = await started.slack.pressButton({ user, message, text: 'Bad answer' });
    return first(views).content;
  };

  it('takes a press of the feedback buttons, and answers whoever pressed alone', async () => {
    const message = await publicly();
    expect(message.blocks.map(({ type }) => type)).toContain('context_actions');
    const { ephemerals, messages } = await started.slack.pressButton({ user: second, message, text: 'Good answer' });
    expect(messages).toEqual([]);
    expect(ephemerals).toMatchObject([{ visibleTo: second, threadTs: message.threadTs, text: expect.stringContaining('Thank you.') }]);
    expect(first(received).request).toMatchObject({ kind: 'press', action: expect.stringMatching(/^good:/) });
  });

  it('opens a form within what Slack takes, fields as they are set', async () => {
    const view = await open(await privately());
    expect(view).toMatchObject({ type: 'modal', title: { text: 'A title that is longer…' }, submit: { text: 'Send' } });
    const elements = listField(view, 'blocks').map((block): Fields => ({ ...block }));
    expect(elements).toMatchObject([
      { optional: false, label: { text: 'Reason' }, element: { type: 'radio_buttons', options: [{ value: 'wrong' }, { value: 'other' }] } },
      { optional: true, hint: { text: 'One line is enough.' }, element: { type: 'plain_text_input', multiline: true, max_length: 3_000 } },
      { element: { type: 'static_select', initial_option: { value: 'fr' } } },
      {
        element: {
          type: 'multi_conversations_select',
          max_selected_items: 3,
          initial_conversations: [channels.random.id],
          filter: { include: ['public', 'private'] },
        },
      },
      { element: { type: 'conversations_select', filter: { include: ['public', 'private'] } } },
    ]);
  });

  it('hands over what was filled in, nothing for what was left empty, and acknowledges at once', async () => {
    await open(await privately());
    const values = { reason: 'other', line: 'It is <@U0OWNER> & more', where: [general, channels.board.id] };
    const { ack, ephemerals } = await started.slack.submitView({ user: member, values, expect: 1 });
    expect(ack.ms).toBeLessThan(1_000);
    expect(ack.payload ?? {}).toEqual({});
    expect(Object.fromEntries(entries)).toEqual({ ...values, reason: ['other'], line: ['It is <@U0OWNER> & more'], language: ['fr'] });
    expect(ephemerals).toMatchObject([{ visibleTo: member, channel: general }]);
    expect(shown(first(ephemerals).blocks)).toContain('Noted.');
  });

  it('tells the place of the press again when a form is sent', async () => {
    const message = await publicly();
    await open(message, second);
    await started.slack.submitView({ user: second, values: { reason: 'wrong' }, expect: 1 });
    const [press, submit] = received;
    expect(submit).toMatchObject({ request: { kind: 'submit', action: FORM.action }, thread: press?.thread, place: press?.place, audience: 'public' });
    expect(submit?.place).toEqual({ platform: 'slack', workspace: 'T0LOCAL', channel: general, thread: message.threadTs, person: second, direct: false });
  });

  it('replaces the message whose button opened the form, for all and for one', async () => {
    answer = async (visit) => replaceFor(visit, lead('Changed.'));
    for (const ask of [publicly, privately]) {
      const message = await ask();
      await open(message);
      const { updates, messages, ephemerals } = await started.slack.submitView({ user: member, values: { reason: 'wrong' }, expect: 1 });
      expect(updates).toMatchObject([{ ts: message.ts, visibleTo: message.visibleTo }]);
      expect(shown(first(updates).blocks)).toContain('Changed.');
      expect([...messages, ...ephemerals]).toEqual([]);
    }
  });

  it('still does so where the form was open for an hour', async () => {
    answer = async (visit) => replaceFor(visit, lead('Changed late.'));
    const message = await publicly();
    await open(message);
    started.slack.ageHandles(3_600_000);
    const { acts } = await started.slack.submitView({ user: member, values: { reason: 'wrong' }, expect: 1 });
    expect(acts).toMatchObject([{ kind: 'update', via: 'chat.update', message: { ts: message.ts } }]);
    // The gate holds it against the bot that it tried the response_url first.
    started.slack.records.rejected.length = 0;
  });

  it('answers privately where the message was for one person and can be changed no longer', async () => {
    answer = async (visit) => replaceFor(visit, lead('Said anew.'));
    await open(await privately());
    started.slack.ageHandles(3_600_000);
    const { ephemerals } = await started.slack.submitView({ user: member, values: { reason: 'wrong' }, expect: 1 });
    expect(ephemerals).toMatchObject([{ visibleTo: member, channel: general, text: expect.stringContaining('Said anew.') }]);
    started.slack.records.rejected.length = 0;
  });

  it('serves a form once, however often it is sent', async () => {
    await open(await privately());
    const { ephemerals } = await started.slack.submitView({ user: member, values: { reason: 'wrong' }, expect: 1, copies: 3 });
    expect(ephemerals).toHaveLength(1);
  });

  it('works in a direct message', async () => {
    const { messages } = await started.slack.say({ user: member, text: QUESTION });
    await open(first(messages));
    const sent = await started.slack.submitView({ user: member, values: { reason: 'wrong' }, expect: 1 });
    expect(sent.messages).toMatchObject([{ channel: first(messages).channel }]);
    expect(received.at(-1)?.place).toMatchObject({ direct: true, person: member });
  });

  it('says that something went wrong where a form would answer what was no press', async () => {
    const { said } = await started.slack.say({ user: member, text: QUESTION });
    trap = said.ts;
    const { messages } = await started.slack.say({ user: member, threadTs: said.ts, text: 'And there?' });
    expect(messages).toMatchObject([{ threadTs: said.ts, text: expect.stringContaining('Something went wrong') }]);
  });
});
