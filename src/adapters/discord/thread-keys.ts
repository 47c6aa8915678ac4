import type { BaseInteraction, Message } from 'discord.js';
import type { SentMessages } from './sent-messages.ts';

type Place = { readonly channelId: string; readonly isThread: boolean; readonly isDirect: boolean };

/** Threads and direct messages are conversations of their own; in a channel, whatever one person does by commands is one. */
export function threadOfInteraction(interaction: BaseInteraction): string {
  const place = placeOf(interaction);
  return isConversation(place) ? `discord:${place.channelId}` : `discord:${place.channelId}:${interaction.user.id}`;
}

/** In a channel, a mention begins a conversation, and replies to the bot's answers go on with it. */
export function threadOfMessage(message: Message, sent: SentMessages): string {
  const { channelId, reference, mentions, client } = message;
  if (isConversation({ channelId, isThread: message.channel.isThread(), isDirect: !message.inGuild() })) return `discord:${channelId}`;
  const repliedTo = mentions.repliedUser?.id === client.user.id ? reference?.messageId : undefined;
  if (repliedTo === undefined) return `discord:${channelId}:${message.id}`;
  return sent.threadOf(repliedTo) ?? `discord:${channelId}:${repliedTo}`;
}

export function isDirect(interaction: BaseInteraction): boolean {
  return interaction.guildId === null;
}

function placeOf(interaction: BaseInteraction): Place {
  return { channelId: interaction.channelId ?? '', isThread: interaction.channel?.isThread() ?? false, isDirect: isDirect(interaction) };
}

function isConversation({ isThread, isDirect }: Place): boolean {
  return isThread || isDirect;
}
