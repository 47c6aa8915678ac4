import { admitMessage } from './admit-message.ts';
import { type ApiMethod, refuse } from './api-method.ts';
import type { Gate } from './gate.ts';
import { type Fields, textField } from './json.ts';
import { changeMessage, putMessage, removeMessage } from './put-message.ts';
import { toApiMessage } from './to-api-message.ts';
import { findChannel, findPerson, type Workspace, workspaceOf } from './workspace.ts';

export const chatMethods: { readonly [method: string]: ApiMethod } = {
  'chat.postMessage': async (gate, args, workspace) => {
    const place = await findPlace(gate, args, workspace);
    if (typeof place !== 'string') return place;
    const refused = admitMessage(gate, 'chat.postMessage', args);
    if (refused !== undefined) return refused;
    const message = await putMessage(gate, args, {
      bot: workspace.botUserId,
      channel: place,
      threadTs: textField(args, 'thread_ts'),
      visibleTo: undefined,
      via: 'chat.postMessage',
    });
    return { ok: true, channel: place, ts: message.ts, message: toApiMessage(message) };
  },
  'chat.postEphemeral': async (gate, args, workspace) => {
    const place = await findPlace(gate, args, workspace);
    if (typeof place !== 'string') return place;
    const user = textField(args, 'user') ?? '';
    const members = findChannel(place)?.members ?? [user];
    if (findPerson(user) === undefined || !members.includes(user)) return refuse('user_not_in_channel');
    const refused = admitMessage(gate, 'chat.postEphemeral', args);
    if (refused !== undefined) return refused;
    const message = await putMessage(gate, args, {
      bot: workspace.botUserId,
      channel: place,
      threadTs: textField(args, 'thread_ts'),
      visibleTo: user,
      via: 'chat.postEphemeral',
    });
    return { ok: true, message_ts: message.ts };
  },
  'chat.update': async (gate, args, workspace) => {
    const original = findOwn(gate, args, workspace);
    if (typeof original === 'string') return refuse(original === 'not own' ? 'cant_update_message' : original);
    const refused = admitMessage(gate, 'chat.update', args);
    if (refused !== undefined) return refused;
    const message = await changeMessage(gate, original, args, 'chat.update');
    return { ok: true, channel: message.channel, ts: message.ts, text: message.text, message: toApiMessage(message) };
  },
  'chat.delete': async (gate, args, workspace) => {
    const original = findOwn(gate, args, workspace);
    if (typeof original === 'string') return refuse(original === 'not own' ? 'cant_delete_message' : original);
    await removeMessage(gate, original, args, 'chat.delete');
    return { ok: true, channel: original.channel, ts: original.ts };
  },
};

/** Id of the channel that `channel` means, a person's id standing for the conversation with them; or the error. */
async function findPlace(gate: Gate, args: Fields, { teamId, botUserId }: Workspace): Promise<string | Fields> {
  const named = textField(args, 'channel') ?? '';
  if (named.startsWith('D')) return named;
  if (workspaceOf(named).teamId !== teamId) return refuse('channel_not_found');
  if (findPerson(named) !== undefined) return gate.directChannel(named);
  const channel = findChannel(named);
  if (channel === undefined) return refuse('channel_not_found');
  return channel.members.includes(botUserId) ? channel.id : refuse('not_in_channel');
}

/** Ephemeral messages are none to chat.update and chat.delete. */
function findOwn(gate: Gate, args: Fields, { botUserId }: Workspace) {
  const found = gate.book.find(textField(args, 'channel') ?? '', textField(args, 'ts') ?? '');
  if (found === undefined || found.visibleTo !== undefined) return 'message_not_found';
  return found.user === botUserId ? found : 'not own';
}
