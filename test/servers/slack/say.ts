import { randomUUID } from 'node:crypto';
import type { BotAct } from './bot-act.ts';
import type { Envelope } from './envelope.ts';
import { eventEnvelope, isSubscribed } from './event-envelope.ts';
import type { Gate } from './gate.ts';
import { answersTo } from './interaction.ts';
import { type Fields, textField, toFields } from './json.ts';
import type { Message } from './message.ts';
import { type Act, type Outcome, perform } from './perform.ts';
import { toApiMessage } from './to-api-message.ts';
import { findChannel, findPerson, workspaceOf } from './workspace.ts';

export type Saying = Act & {
  /** Person's id. */
  readonly user: string;
  readonly text: string;
  /** Channel's id; without it the person's conversation with the bot. */
  readonly channel?: string;
  readonly threadTs?: string;
};

/** Somebody writes a message. The bot hears of it as far as Slack would tell it. */
export async function say(gate: Gate, saying: Saying): Promise<Outcome & { readonly said: Message }> {
  const { user, text, threadTs } = saying;
  const channel = saying.channel ?? (await gate.directChannel(user));
  const put = () => gate.binary.control('message', { channel, user, text, thread_ts: threadTs });
  const ts = textField(toFields((await gate.fromHere(user, text, put))['message']), 'ts') ?? '';
  const said = { channel, ts, threadTs, user, text, blocks: [], visibleTo: undefined, edited: false };
  gate.book.put(said);
  const root = threadTs ?? ts;
  const isAbout = (act: BotAct) => answersTo(user, channel, [])(act) && [root, ts, undefined].includes(act.threadTs);
  const envelopes = eventsOf(gate, said);
  const outcome = await perform(gate, { envelopes, isAbout }, envelopes.length === 0 ? { ...saying, expect: 0 } : saying);
  return { ...outcome, said };
}

function eventsOf(gate: Gate, said: Message): readonly Envelope[] {
  const { channel, text } = said;
  const direct = channel.startsWith('D');
  const workspace = workspaceOf(said.user);
  const member = direct || findChannel(channel)?.members.includes(workspace.botUserId) === true;
  const mentioned = !direct && text.includes(`<@${workspace.botUserId}>`) && gate.settings.subscriptions.includes('app_mention');
  const types = [...(mentioned ? ['app_mention'] : []), ...(isSubscribed(gate.settings, channel) ? ['message'] : [])];
  return member ? types.map((type) => eventEnvelope(toEvent(said, type), workspace)) : [];
}

function toEvent(said: Message, type: string): Fields {
  const { channel, ts, text, user } = said;
  const written = findPerson(user)?.role === 'bot' ? {} : { client_msg_id: randomUUID() };
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] };
  const kind = channel.startsWith('D') ? 'im' : findChannel(channel)?.isPrivate ? 'group' : 'channel';
  return {
    ...toApiMessage(said),
    ...written,
    type,
    blocks: [{ type: 'rich_text', block_id: 'b', elements: [section] }],
    channel,
    event_ts: ts,
    ...(type === 'message' ? { channel_type: kind } : {}),
  };
}
