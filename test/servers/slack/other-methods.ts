import { type ApiMethod, refuse } from './api-method.ts';
import type { Gate } from './gate.ts';
import { type Fields, listField, textField } from './json.ts';
import { limits } from './limits.ts';
import type { Message } from './message.ts';
import { toApiMessage } from './to-api-message.ts';
import { app, findChannel, findPerson, workspaceOf } from './workspace.ts';

export const otherMethods: { readonly [method: string]: ApiMethod } = {
  'auth.test': (_gate, _args, { teamId, teamDomain, botUserId, botId }) => ({
    ok: true,
    url: `https://${teamDomain}.slack.com/`,
    team: 'Local',
    user: app.botName,
    team_id: teamId,
    user_id: botUserId,
    bot_id: botId,
    is_enterprise_install: false,
  }),
  'apps.connections.open': (gate) => ({ ok: true, url: `${gate.baseUrl.replace('http', 'ws')}/socket/${gate.openTicket()}` }),
  'users.info': (_gate, args, { teamId }) => {
    const person = findPerson(textField(args, 'user') ?? '');
    if (person === undefined || workspaceOf(person.id).teamId !== teamId) return refuse('user_not_found');
    const owner = person.role === 'owner';
    const locale = args['include_locale'] === true ? { locale: person.locale } : {};
    const roles = { is_admin: owner || person.role === 'admin', is_owner: owner, is_primary_owner: owner, is_bot: person.role === 'bot' };
    const profile = { real_name: person.name, display_name: person.name };
    return {
      ok: true,
      user: { id: person.id, team_id: teamId, name: person.name, real_name: person.name, deleted: false, tz: 'UTC', profile, ...roles, ...locale },
    };
  },
  'conversations.info': (_gate, args) => {
    const id = textField(args, 'channel') ?? '';
    if (id.startsWith('D')) return { ok: true, channel: { id, is_im: true, is_private: true } };
    const channel = findChannel(id);
    if (channel === undefined) return refuse('channel_not_found');
    const { name, isPrivate, members } = channel;
    const kinds = { is_channel: !isPrivate, is_group: isPrivate, is_im: false, is_private: isPrivate, is_archived: false };
    return { ok: true, channel: { id: channel.id, name, ...kinds, is_member: members.includes(app.botUserId) } };
  },
  'conversations.open': async (gate, args) => {
    const user = (textField(args, 'users') ?? '').split(',')[0] ?? '';
    return findPerson(user) === undefined ? refuse('user_not_found') : { ok: true, channel: { id: await gate.directChannel(user) } };
  },
  'conversations.history': (gate, args) => {
    const shown = seen(gate, args).filter(({ threadTs }) => threadTs === undefined);
    return { ok: true, messages: page(shown.toReversed(), args), has_more: false };
  },
  'conversations.replies': (gate, args) => {
    const root = textField(args, 'ts');
    const thread = seen(gate, args).filter(({ ts, threadTs }) => ts === root || threadTs === root);
    return thread.length === 0 ? refuse('thread_not_found') : { ok: true, messages: page(thread, args), has_more: false };
  },
  'assistant.threads.setStatus': (gate, args) => noteThread(gate, args, 'assistant.threads.setStatus'),
  'assistant.threads.setTitle': (gate, args) => noteThread(gate, args, 'assistant.threads.setTitle'),
  'assistant.threads.setSuggestedPrompts': (gate, args) => {
    const prompts = listField(args, 'prompts');
    const whole = prompts.every((prompt) => textField(prompt, 'title') && textField(prompt, 'message'));
    if (prompts.length > 0 && prompts.length <= limits.suggestedPrompts && whole) return noteThread(gate, args, 'assistant.threads.setSuggestedPrompts');
    const messages = [`1 to ${limits.suggestedPrompts} prompts, each with a title and a message`];
    gate.records.rejected.push({ method: 'assistant.threads.setSuggestedPrompts', error: 'invalid_arguments', messages, args });
    return refuse('invalid_arguments');
  },
  'reactions.add': async (gate, args) => {
    const channel = textField(args, 'channel');
    const answer = await gate.binary.api('reactions.add', args);
    if (answer['ok'] === true) gate.book.record({ kind: 'reaction', via: 'reactions.add', channel, threadTs: textField(args, 'timestamp'), args });
    return answer;
  },
};

function noteThread(gate: Gate, args: Fields, via: string): Fields {
  const channel = textField(args, 'channel_id');
  if (channel === undefined) return refuse('channel_not_found');
  gate.book.record({ kind: 'thread', via, channel, threadTs: textField(args, 'thread_ts'), args });
  return { ok: true };
}

function seen(gate: Gate, args: Fields): readonly Message[] {
  return gate.book.all(textField(args, 'channel') ?? '').filter(({ visibleTo }) => visibleTo === undefined);
}

function page(messages: readonly Message[], args: Fields): readonly Fields[] {
  return messages.slice(0, Number(args['limit'] ?? 100)).map(toApiMessage);
}
