import type { BaseInteraction, Message } from 'discord.js';
import { messageAbove } from './place.ts';
import type { SentMessages } from './sent-messages.ts';

type Spot = { readonly channelId: string; readonly isThread: boolean; readonly isDirect: boolean };

/** Threads and direct messages are conversations of their own; in a channel, whatever one person does by commands is one. */
export function threadOfInteraction(interaction: BaseInteraction): string {
  const spot = spotOf(interaction);
  return isConversation(spot) ? `discord:${spot.channelId}` : `discord:${spot.channelId}:${interaction.user.id}`;
}

/** In a channel, a mention begins a conversation, and replies to the bot's answers go on with it. */
export function threadOfMessage(message: Message, sent: SentMessages): string {
  const { channelId } = message;
  if (isConversation({ channelId, isThread: message.channel.isThread(), isDirect: !message.inGuild() })) return `discord:${channelId}`;
  const repliedTo = messageAbove(message);
  if (repliedTo === null) return `discord:${channelId}:${message.id}`;
  return sent.threadOf(repliedTo) ?? `discord:${channelId}:${repliedTo}`;
}

export function isDirect(interaction: BaseInteraction): boolean {
  return interaction.guildId === null;
}

function spotOf(interaction: BaseInteraction): Spot {
  return { channelId: interaction.channelId ?? '', isThread: interaction.channel?.isThread() ?? false, isDirect: isDirect(interaction) };
}

function isConversation({ isThread, isDirect }: Spot): boolean {
  return isThread || isDirect;
}
