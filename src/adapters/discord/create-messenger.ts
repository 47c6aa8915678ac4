import { type REST, Routes, SnowflakeUtil } from 'discord.js';
import { z } from 'zod';
import type { Destination, Messenger, Posted } from '../../bot/messenger.ts';
import type { Reply } from '../../reply/reply.ts';
import type { AdapterParts } from './adapter-parts.ts';
import { isGone } from './api-errors.ts';
import { messageLink } from './message-link.ts';
import { type ReadyMessage, readyMessages } from './ready-messages.ts';
import { repeatLost } from './repeat-lost.ts';

export type MessengerParts = Pick<AdapterParts, 'sent' | 'log' | 'drawChart'> & {
  /** Throws where there is no connection yet. */
  readonly rest: () => REST;
};

const created = z.object({ id: z.string() });

/**
 * Posts over REST alone: a process with some of the shards only has the channels of their servers, and everything has to reach any.
 * What one message cannot hold goes on in others; the last one, with the buttons, stands for all.
 */
export function createMessenger(parts: MessengerParts): Messenger {
  return {
    post: (destination, reply) => post(destination, reply, parts),
    edit: (posted, reply) => edit(posted, reply, parts),
    linkTo: async (place) => messageLink(place),
  };
}

async function post({ workspace, channel, thread, mention }: Destination, reply: Reply, parts: MessengerParts): Promise<Posted> {
  const rest = parts.rest();
  // What somebody is written alone reaches them without being mentioned.
  const place = channel === null ? { workspace: null, channel: await openDirect(mention, rest) } : { workspace, channel };
  const pinged = channel === null ? null : mention;
  const messages = await readyMessages(reply, parts, { opening: pinged === null ? '' : `<@${pinged}>` });
  const ids: string[] = [];
  for (const [at, message] of messages.entries()) {
    const first = at === 0;
    ids.push(await send(message, place.channel, { pinged: first ? pinged : null, under: first ? thread : null }, rest));
  }
  parts.sent.note(ids, `discord:${place.channel}:${thread ?? ids[0] ?? ''}`);
  return { ...place, message: ids.at(-1) ?? '' };
}

async function openDirect(person: string | null, rest: REST): Promise<string> {
  return created.parse(await rest.post(Routes.userChannels(), { body: { recipient_id: person } })).id;
}

type Circumstances = { readonly pinged: string | null; readonly under: string | null };

/** Discord takes a message with the same nonce once, however often it is sent. */
async function send(message: ReadyMessage, channel: string, { pinged, under }: Circumstances, rest: REST): Promise<string> {
  const { body, files } = toRequest(message, pinged);
  const reference = under === null ? {} : { message_reference: { message_id: under, fail_if_not_exists: false } };
  const once = { nonce: SnowflakeUtil.generate().toString(), enforce_nonce: true };
  const sent = await repeatLost(() => rest.post(Routes.channelMessages(channel), { body: { ...body, ...reference, ...once }, files }));
  return created.parse(sent).id;
}

/** What was posted in several messages is in their last one now, and what that cannot hold below it. */
async function edit({ channel, message }: Posted, reply: Reply, parts: MessengerParts): Promise<void> {
  const [rest, { sent }] = [parts.rest(), parts];
  const [first, ...others] = await readyMessages(reply, parts);
  if (first === undefined) return;
  await repeatLost(() => rest.patch(Routes.channelMessage(channel, message), toRequest(first, null)));
  for (const id of sent.siblingsOf(message)) await remove(id, channel, rest);
  const below: string[] = [];
  for (const other of others) below.push(await send(other, channel, { pinged: null, under: null }, rest));
  sent.note([...below, message], sent.threadOf(message) ?? `discord:${channel}:${message}`);
}

async function remove(id: string, channel: string, rest: REST): Promise<void> {
  try {
    await rest.delete(Routes.channelMessage(channel, id));
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

function toRequest({ content, embeds, components, files }: ReadyMessage, pinged: string | null) {
  const attachments = files.map(({ name, description }, at) => ({ id: String(at), filename: name, description }));
  const allowed_mentions = { parse: [], replied_user: false, ...(pinged === null ? {} : { users: [pinged] }) };
  return { body: { content, embeds, components, attachments, allowed_mentions }, files: files.map(({ name, attachment }) => ({ name, data: attachment })) };
}
