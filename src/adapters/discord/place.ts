import { type BaseInteraction, type Message, MessageFlags } from 'discord.js';
import type { Place } from '../../bot/place.ts';
import { PLATFORM } from './adapter-parts.ts';

export function placeOfMessage(message: Message): Place {
  const { id, channelId, guildId, author, channel } = message;
  return { platform: PLATFORM, workspace: guildId, channel: channelId, ...aboveThread(channel), thread: id, person: author.id, direct: guildId === null };
}

export function placeOfInteraction(interaction: BaseInteraction): Place {
  const { guildId, channelId, user, channel } = interaction;
  const above = aboveThread(channel);
  return {
    platform: PLATFORM,
    workspace: guildId,
    channel: channelId ?? '',
    ...above,
    thread: askedIn(interaction),
    person: user.id,
    direct: guildId === null,
  };
}

/** A thread is a channel of its own there, but has what is set for the one that it belongs to. */
function aboveThread(channel: BaseInteraction['channel']): Pick<Place, 'above'> {
  return channel?.isThread() ? { above: channel.parentId } : {};
}

/** The bot's message that this one replies to, if it does. */
export function messageAbove({ reference, mentions, client }: Message): string | null {
  return mentions.repliedUser?.id === client.user.id ? (reference?.messageId ?? null) : null;
}

/** For a button under an answer: the message that asked, or the answer to a command. What only one person sees, nobody can reply to. */
function askedIn(interaction: BaseInteraction): string | null {
  const message = interaction.isMessageComponent() || interaction.isModalSubmit() ? interaction.message : null;
  if (message === null || message.flags.has(MessageFlags.Ephemeral)) return null;
  return message.reference?.messageId ?? message.id;
}
