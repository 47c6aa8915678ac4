import { describe, expect, it } from 'vitest';
import type { Outgoing } from '../../../src/bot/outgoing.ts';
import type { Form } from '../../../src/reply/form.ts';
import { fieldsOf } from '../../servers/discord/modal-schema.ts';
import { present } from './start-layoffs.ts';
import { replyOf, type Script, startScripted, textBlock } from './start-scripted.ts';

const FORM: Form = {
  title: 'Answer as the team',
  submit: 'Send',
  action: `answer:${'x'.repeat(90)}`,
  fields: [
    { kind: 'text', id: 'words', label: 'Your answer', help: 'It is shown to whoever asked.', required: true, long: true, value: '', maxLength: 1_500 },
    { kind: 'text', id: 'name', label: 'Your name', help: null, required: false, long: false, value: 'Ada', maxLength: 50 },
    {
      kind: 'choice',
      id: 'language',
      label: 'Language',
      help: null,
      required: false,
      choices: [
        { value: 'en', label: 'English' },
        { value: 'fr', label: 'français' },
      ],
      value: 'fr',
    },
    { kind: 'channels', id: 'where', label: 'Channels', help: null, required: false, most: 3, values: [] },
  ],
};

const button = (label: string, action: string) => ({ label, action, style: 'plain' }) as const;
const shown: Outgoing = { kind: 'say', audience: 'public', reply: replyOf(textBlock('Asked.'), { kind: 'buttons', buttons: [button('Answer', 'form:1')] }) };

/** Whatever is asked gets a button; the button opens the form; what is sent with it is answered as the test says. */
async function startWithForm(form: Form, submitted: Script) {
  const started = await startScripted({
    script: (incoming) => {
      if (incoming.request.kind === 'press') return { kind: 'form', form };
      return incoming.request.kind === 'submit' ? submitted(incoming) : shown;
    },
  });
  await started.platform.ready;
  const { message } = await started.people.sendMessage({ author: started.ada, content: `${started.mention} hello` }).answer();
  const shownBy = await started.people.pressButton({ user: started.ada, message, customId: 'form:1' });
  return { ...started, message, shownBy };
}

const say = (text: string, audience: 'private' | 'public' = 'private'): Outgoing => ({ kind: 'say', audience, reply: replyOf(textBlock(text)) });

describe('a form', () => {
  it('opens at a press, filled in as far as it is known', async () => {
    const { shownBy, discord } = await startWithForm(FORM, () => null);
    expect(shownBy.response).toBe('modal');
    expect(shownBy.modal).toMatchObject({
      custom_id: FORM.action,
      title: 'Answer as the team',
      components: [
        { label: 'Your answer', description: 'It is shown to whoever asked.', component: { style: 2, max_length: 1_500, required: true } },
        { label: 'Your name', component: { style: 1, value: 'Ada', required: false } },
        { label: 'Language', component: { min_values: 0, max_values: 1, options: [{ value: 'en' }, { value: 'fr', default: true }] } },
        { label: 'Channels', component: { min_values: 0, max_values: 3, channel_types: [0, 5] } },
      ],
    });
    expect([discord.rejected, discord.violations]).toEqual([[], []]);
  });

  it('is received as it was filled in, without what was left empty', async () => {
    const { people, ada, world, shownBy, received, message, discord } = await startWithForm(FORM, () => say('Thanks.'));
    const other = world.addChannel('other');
    const outcome = await people.submitModal({ user: ada, shownBy, fields: { words: 'Because.', name: '', where: [world.general.id, other.id] } });
    expect(outcome).toMatchObject({ response: 'message', message: { viewer: ada.id, content: expect.stringContaining('Thanks.') } });
    expect(received.at(-1)).toMatchObject({
      platform: 'discord',
      person: { id: `discord:${ada.id}` },
      place: { platform: 'discord', workspace: discord.guildId, channel: world.general.id, thread: message.replyTo, person: ada.id, direct: false },
      under: null,
      request: {
        kind: 'submit',
        action: FORM.action,
        values: new Map([
          ['words', ['Because.']],
          ['language', ['fr']],
          ['where', [world.general.id, other.id]],
        ]),
      },
    });
    expect([discord.rejected, discord.violations]).toEqual([[], []]);
  });

  it('can have chosen channels at the start, as many as it takes', async () => {
    const values = ['123456789012345678', '123456789012345679', '123456789012345670'];
    const channels = { kind: 'channels', id: 'where', label: 'Channels', help: null, required: true, most: 2, values } as const;
    const { shownBy } = await startWithForm({ ...FORM, fields: [channels] }, () => null);
    expect(fieldsOf(present(shownBy.modal))).toMatchObject([
      { required: true, min_values: 1, max_values: 2, default_values: [{ id: values[0] }, { id: values[1] }] },
    ]);
  });

  it('keeps Discord’s limits whatever stands in it', async () => {
    const long = 'a long text '.repeat(20);
    const text = { kind: 'text', id: 'a', label: long, help: long, required: true, long: true, value: 'x'.repeat(9_000), maxLength: 9_000 } as const;
    const choices = Array.from({ length: 30 }, (_, at) => ({ value: `${at}`, label: `${at} ${long}` }));
    const choice = { kind: 'choice', id: 'b', label: '', help: '', required: true, choices, value: '3' } as const;
    const { shownBy, discord } = await startWithForm({ ...FORM, title: long, fields: [text, choice] }, () => null);
    expect(shownBy.response).toBe('modal');
    expect([discord.rejected, discord.violations]).toEqual([[], []]);
  });

  it.each([
    ['everybody', 'public', null],
    ['the person alone', 'private', 'ada'],
  ] as const)('can be answered to %s', async (_, audience, viewer) => {
    const { people, ada, shownBy } = await startWithForm(FORM, () => say('Thanks.', audience));
    const { message } = await people.submitModal({ user: ada, shownBy, fields: { words: 'Because.' } });
    expect(message?.viewer).toBe(viewer === null ? null : ada.id);
  });

  it('can change or take away the message whose button opened it', async () => {
    const replaced = await startWithForm(FORM, () => ({ kind: 'replace', reply: replyOf(textBlock('Answered.')) }));
    await replaced.people.submitModal({ user: replaced.ada, shownBy: replaced.shownBy, fields: { words: 'Because.' } });
    expect(replaced.discord.versions(replaced.message.id).at(-1)).toMatchObject({ content: expect.stringContaining('Answered.'), components: [] });
    const removed = await startWithForm(FORM, () => ({ kind: 'remove' }));
    await removed.people.submitModal({ user: removed.ada, shownBy: removed.shownBy, fields: { words: 'Because.' } });
    expect(removed.discord.versions(removed.message.id).at(-1)?.deletedAt).not.toBeNull();
  });

  it.each(['under a private answer', 'in direct messages'])('works %s', async (where) => {
    const { people, ada, world, platform, discord, received } = await startScripted({
      script: ({ request, audience }) => {
        if (request.kind === 'press') return { kind: 'form', form: FORM };
        return request.kind === 'submit' ? { kind: 'replace', reply: replyOf(textBlock('Answered.')) } : { ...shown, audience };
      },
    });
    await platform.ready;
    const channel = where === 'in direct messages' ? world.dm(ada) : world.general;
    const { message } = await people.command({ user: ada, name: 'layoffs', subcommand: 'list', channel });
    const shownBy = await people.pressButton({ user: ada, message: present(message), customId: 'form:1' });
    const outcome = await people.submitModal({ user: ada, shownBy, fields: { words: 'Because.' } });
    expect(outcome).toMatchObject({ response: 'update', message: { id: message?.id, content: expect.stringContaining('Answered.') } });
    expect(received.at(-1)).toMatchObject({ audience: channel.kind === 'dm' ? 'public' : 'private', place: { direct: channel.kind === 'dm' } });
    expect([discord.rejected, discord.violations]).toEqual([[], []]);
  });
});

describe('what takes longer than Discord waits', () => {
  const slowly = async (outgoing: Outgoing): Promise<Outgoing> => {
    await new Promise((resolve) => setTimeout(resolve, 3_300));
    return outgoing;
  };

  it.each([
    ['a private answer', say('Done.'), { content: expect.stringContaining('Done.') }],
    ['a change of the message', { kind: 'replace', reply: replyOf(textBlock('Done.')) } as const, null],
  ])('is answered all the same: %s', async (_, outgoing, followUp) => {
    const { people, ada, shownBy, message, discord } = await startWithForm(FORM, () => slowly(outgoing));
    const outcome = await people.submitModal({ user: ada, shownBy, fields: { words: 'Because.' } });
    expect(outcome.response).toBe('deferred update');
    if (followUp === null) expect(discord.versions(message.id).at(-1)?.content).toContain('Done.');
    else expect(outcome.followUps).toMatchObject([{ ...followUp, viewer: ada.id }]);
    expect(discord.rejected).toEqual([]);
  });

  it('is not promised an answer where there is none', async () => {
    const { people, ada, shownBy, discord } = await startWithForm(FORM, () => null);
    const outcome = people.submitModal({ user: ada, shownBy, fields: { words: 'Because.' } });
    expect((await outcome).response).toBeNull();
    expect(discord.requests.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(1);
  });
});
