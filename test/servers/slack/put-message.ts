import type { Gate } from './gate.ts';
import { giveBlockIds } from './give-block-ids.ts';
import { type Fields, textField } from './json.ts';
import type { Message } from './message.ts';
import { tellOwnMessage } from './tell-own-message.ts';
import { toDrawableBlocks } from './to-drawable-blocks.ts';

export type Placement = {
  /** The bot's user in that workspace. */
  readonly bot: string;
  readonly channel: string;
  readonly threadTs: string | undefined;
  readonly visibleTo: string | undefined;
  /** Web API method, "response_url" or "ack". */
  readonly via: string;
  readonly handle?: string | undefined;
};

/** Puts a message of the bot into the channel, on the page too. */
export async function putMessage(gate: Gate, args: Fields, { bot, via, handle, ...place }: Placement): Promise<Message> {
  const blocks = giveBlockIds(args);
  const text = textField(args, 'text') ?? '';
  const drawn = {
    channel: place.channel,
    text,
    thread_ts: place.threadTs,
    user: place.visibleTo,
    ...(blocks.length > 0 ? { blocks: toDrawableBlocks(blocks) } : {}),
  };
  const answer = await gate.binary.api(place.visibleTo === undefined ? 'chat.postMessage' : 'chat.postEphemeral', drawn);
  const ts = textField(answer, 'ts') ?? textField(answer, 'message_ts') ?? '';
  const message = { ...place, ts, text, blocks, user: bot, edited: false };
  gate.book.put(message);
  const kind = place.visibleTo === undefined ? 'message' : 'ephemeral';
  gate.book.record({ kind, via, handle, channel: place.channel, threadTs: place.threadTs, user: place.visibleTo, message, args });
  tellOwnMessage(gate, message, undefined);
  return message;
}

export async function changeMessage(gate: Gate, original: Message, args: Fields, via: string, handle?: string): Promise<Message> {
  const text = textField(args, 'text') ?? original.text;
  const blocks = args['blocks'] === undefined && args['text'] === undefined ? original.blocks : giveBlockIds(args);
  const message = { ...original, text, blocks, edited: true };
  gate.book.put(message);
  await gate.binary.api('chat.update', { channel: message.channel, ts: message.ts, text, blocks: toDrawableBlocks(blocks) });
  gate.book.record({ kind: 'update', via, handle, channel: message.channel, threadTs: message.threadTs, user: message.visibleTo, message, args });
  tellOwnMessage(gate, message, original);
  return message;
}

export async function removeMessage(gate: Gate, message: Message, args: Fields, via: string, handle?: string): Promise<void> {
  gate.book.remove(message.channel, message.ts);
  await gate.binary.api('chat.delete', { channel: message.channel, ts: message.ts });
  gate.book.record({ kind: 'delete', via, handle, channel: message.channel, threadTs: message.threadTs, user: message.visibleTo, message, args });
}
