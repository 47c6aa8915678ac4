import { type Message, MessageType } from 'discord.js';
import type { AdapterParts } from './adapter-parts.ts';
import { PLATFORM, PREFIX } from './adapter-parts.ts';
import { deliverToMessage } from './deliver-to-message.ts';
import { personOfMessage } from './person.ts';
import { messageAbove, placeOfMessage } from './place.ts';
import { readableText } from './readable-text.ts';
import { threadOfMessage } from './thread-keys.ts';

/**
 * Answers what is written to the bot: mentions, replies to its messages (which mention it, unless their author chose otherwise, and then
 * Discord keeps what they say from us) and direct messages. Everything else is left alone.
 */
export async function hearMessage(message: Message, parts: AdapterParts): Promise<void> {
  if (!isForUs(message)) return;
  const direct = !message.inGuild();
  const text = readableText(message.content);
  const thread = threadOfMessage(message, parts.sent);
  const above = messageAbove(message);
  await parts.reception.receive(
    {
      delivery: `discord:${message.id}`,
      platform: PLATFORM,
      person: personOfMessage(message, parts),
      thread,
      place: placeOfMessage(message),
      under: above === null ? null : parts.sent.lastOf(above),
      // In a channel, everybody would see what a command shows to its asker alone.
      request: direct ? { kind: 'typed', text: text.replace(/^\/?layoffs\b/i, '').trim() } : { kind: 'question', text },
      audience: 'public',
      prefix: PREFIX,
    },
    deliverToMessage(message, thread, parts),
  );
}

/** People only, and only what they wrote: no notice that somebody joined or pinned something. */
function isForUs({ author, webhookId, type, mentions, client, guildId }: Message): boolean {
  if (author.bot || author.system || webhookId !== null) return false;
  if (type !== MessageType.Default && type !== MessageType.Reply) return false;
  return guildId === null || mentions.users.has(client.user.id);
}
