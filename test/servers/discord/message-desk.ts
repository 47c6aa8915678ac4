import { GatewayIntentBits, MessageFlags } from 'discord-api-types/v10';
import { issue, REFUSALS } from './api-refusal.ts';
import { toComponents } from './component-schema.ts';
import { findPings, type Mentions } from './find-pings.ts';
import type { Gateway } from './gateway.ts';
import type { Message, SentFile } from './message.ts';
import { hasFlag, type MessageBody, parseMessage, parseNewMessage } from './message-schema.ts';
import type { MessageStore } from './message-store.ts';
import { channelPayload, messageEventPayload, messagePayload, type Payload } from './payloads.ts';
import type { Signal } from './signal.ts';
import type { NextSnowflake } from './snowflake.ts';
import { type Channel, guildIdOf, type Person, type ThreadChannel, type World } from './world.ts';

/** Somebody whom a message of the bot would have notified. */
export type Ping = { readonly messageId: string; readonly kind: 'user' | 'replied user' | 'role' | 'everyone'; readonly id: string | null };

export type MessageDeskParts = {
  readonly world: World;
  readonly store: MessageStore;
  readonly gateway: Gateway;
  readonly signal: Signal;
  readonly nextId: NextSnowflake;
  readonly privilegedIntents: number;
};

/** A message that a person writes. */
export type Posting = {
  readonly author: Person;
  readonly channel: Channel;
  readonly content: string;
  readonly replyTo: Message | null;
  readonly pingReply: boolean;
  /** How often the event is delivered. */
  readonly copies: number;
};

/** What the bot's new message is besides its body. */
export type Circumstances = {
  readonly channelId: string;
  readonly viewer?: string | null;
  readonly interaction?: Message['interaction'];
};

const NO_MENTIONS: Mentions = { users: [], roles: [], everyone: false };
const FLAGS_OF_THE_SENDER = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

/** Takes messages of people and of the bot, keeps them, and tells the gateway. */
export class MessageDesk {
  readonly pings: Ping[] = [];
  readonly #parts: MessageDeskParts;
  readonly #nonces = new Map<string, string>();

  constructor(parts: MessageDeskParts) {
    this.#parts = parts;
  }

  /** As the bot gets it over REST. */
  payload(message: Message): Payload {
    return this.#render(message, this.#parts.privilegedIntents);
  }

  /** In full, as the target of a command or the message that a button stands on. */
  fullPayload(message: Message): Payload {
    const { world, store } = this.#parts;
    return messagePayload(message, world, store, () => true);
  }

  fromPerson({ author, channel, content, replyTo, pingReply, copies }: Posting): Message {
    const mentions = findPings({ content, components: [], allowed: null, repliedUser: pingReply && replyTo ? replyTo.author.id : null });
    return this.#announce('MESSAGE_CREATE', { ...this.#blank(author, channel.id), content, mentions, replyTo: replyTo?.id ?? null }, copies);
  }

  /** A message that the bot sends to a channel, or as a response or follow-up. */
  fromBot(body: unknown, files: readonly SentFile[], circumstances: Circumstances): Message {
    const parsed = parseNewMessage(body, files.length);
    const repeated = this.#findRepeated(parsed, circumstances.channelId);
    if (repeated !== undefined) return repeated;
    const { channelId, viewer = null, interaction = null } = circumstances;
    const replyTo = this.#findReplied(parsed, channelId);
    const flags = ((parsed.flags ?? 0) & FLAGS_OF_THE_SENDER) | (viewer === null ? 0 : MessageFlags.Ephemeral);
    const blank = { ...this.#blank(this.#parts.world.bot, channelId), viewer, interaction, replyTo: replyTo?.id ?? null, nonce: parsed.nonce ?? null };
    const message = this.#announce('MESSAGE_CREATE', this.#filled({ ...blank, flags }, parsed, files, replyTo));
    if (parsed.enforce_nonce && parsed.nonce != null) this.#nonces.set(nonceKey(channelId, parsed.nonce), message.id);
    return message;
  }

  /** "thinking…", for which an answer is to come. */
  thinking(circumstances: Circumstances): Message {
    const { channelId, viewer = null, interaction = null } = circumstances;
    const flags = MessageFlags.Loading | (viewer === null ? 0 : MessageFlags.Ephemeral);
    return this.#announce('MESSAGE_CREATE', { ...this.#blank(this.#parts.world.bot, channelId), viewer, interaction, flags });
  }

  /** The answer that was to come: a new message as far as its content and whom it notifies are concerned. */
  fill(thinking: Message, body: unknown, files: readonly SentFile[]): Message {
    const parsed = parseNewMessage(body, files.length);
    const flags = (thinking.flags & ~MessageFlags.Loading) | ((parsed.flags ?? 0) & FLAGS_OF_THE_SENDER);
    return this.#announce('MESSAGE_UPDATE', this.#filled({ ...thinking, flags, editedAt: Date.now() }, parsed, files, null));
  }

  edit(before: Message, body: unknown, files: readonly SentFile[]): Message {
    const parsed = parseMessage(body, hasFlag(before.flags, MessageFlags.IsComponentsV2));
    const { content, embeds, components, attachments } = parsed;
    const kept = attachments == null ? before.files : before.files.slice(0, Math.max(0, attachments.length - files.length));
    const flags = before.flags | ((parsed.flags ?? 0) & FLAGS_OF_THE_SENDER);
    const after: Message = {
      ...before,
      flags,
      content: content === undefined ? before.content : (content ?? '').trim(),
      embeds: embeds === undefined ? before.embeds : (embeds ?? []),
      components: components === undefined ? before.components : toComponents(components),
      files: [...kept, ...described(files, parsed)],
      editedAt: Date.now(),
    };
    if (isEmpty(after)) throw REFUSALS.emptyMessage();
    return this.#announce('MESSAGE_UPDATE', after);
  }

  remove(message: Message): void {
    const { store, signal, gateway } = this.#parts;
    store.put({ ...message, deletedAt: Date.now() });
    const { id, channelId, viewer } = message;
    const guildId = this.#guildIdOf(channelId);
    if (viewer === null) {
      const data = { id, channel_id: channelId, ...(guildId === null ? {} : { guild_id: guildId }) };
      gateway.dispatch('MESSAGE_DELETE', (intents) => (this.#hears(channelId, intents) ? data : null), { guildId });
    }
    signal.notify();
  }

  openThread(thread: ThreadChannel): ThreadChannel {
    const { gateway, world } = this.#parts;
    const payload = { ...channelPayload(thread, world), newly_created: true };
    gateway.dispatch('THREAD_CREATE', (intents) => ((intents & GatewayIntentBits.Guilds) === 0 ? null : payload), { guildId: guildIdOf(thread) });
    return thread;
  }

  #blank(author: Person, channelId: string): Message {
    const id = this.#parts.nextId();
    const held = { content: '', embeds: [], components: [], files: [], flags: 0, mentions: NO_MENTIONS };
    const origin = { replyTo: null, viewer: null, interaction: null, nonce: null };
    return { id, channelId, author, ...held, ...origin, sentAt: Date.now(), editedAt: null, deletedAt: null };
  }

  #filled(message: Message, body: MessageBody, files: readonly SentFile[], replyTo: Message | null): Message {
    const content = (body.content ?? '').trim();
    const components = toComponents(body.components);
    const repliedUser = replyTo?.author.id ?? null;
    const mentions = findPings({ content, components, allowed: body.allowed_mentions ?? null, repliedUser });
    this.#notePings(message.id, mentions, repliedUser);
    return { ...message, content, components, embeds: body.embeds ?? [], files: described(files, body), mentions };
  }

  #notePings(messageId: string, { users, roles, everyone }: Mentions, repliedUser: string | null): void {
    for (const id of users) this.pings.push({ messageId, kind: id === repliedUser ? 'replied user' : 'user', id });
    for (const id of roles) this.pings.push({ messageId, kind: 'role', id });
    if (everyone) this.pings.push({ messageId, kind: 'everyone', id: null });
  }

  #findRepeated({ nonce, enforce_nonce }: MessageBody, channelId: string): Message | undefined {
    if (!enforce_nonce || nonce == null) return undefined;
    const id = this.#nonces.get(nonceKey(channelId, nonce));
    return id === undefined ? undefined : this.#parts.store.find(id);
  }

  #findReplied({ message_reference: reference }: MessageBody, channelId: string): Message | null {
    if (!reference) return null;
    const target = this.#parts.store.find(reference.message_id);
    if (target?.channelId === channelId && target.viewer === null) return target;
    if (reference.fail_if_not_exists === false) return null;
    throw REFUSALS.invalidForm([issue(['message_reference'], 'Unknown message', 'REPLIES_UNKNOWN_MESSAGE')]);
  }

  /** Ephemeral messages are no events. */
  #announce(event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: Message, copies = 1): Message {
    const { store, gateway, signal, world } = this.#parts;
    store.put(message);
    if (message.viewer === null) {
      const toData = (intents: number) =>
        this.#hears(message.channelId, intents) ? { ...this.#render(message, intents), ...messageEventPayload(message, world) } : null;
      gateway.dispatch(event, toData, { guildId: this.#guildIdOf(message.channelId), copies });
    }
    signal.notify();
    return message;
  }

  #render(message: Message, intents: number): Payload {
    const { world, store } = this.#parts;
    return messagePayload(message, world, store, (one) => this.#isReadable(one, intents));
  }

  /** Without the privileged intent: what is addressed to the bot, or its own. */
  #isReadable({ author, channelId, mentions }: Message, intents: number): boolean {
    if ((intents & GatewayIntentBits.MessageContent) !== 0 || !this.#inGuild(channelId)) return true;
    const { id } = this.#parts.world.bot;
    return author.id === id || mentions.users.includes(id);
  }

  #hears(channelId: string, intents: number): boolean {
    return (intents & (this.#inGuild(channelId) ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages)) !== 0;
  }

  #inGuild(channelId: string): boolean {
    return this.#parts.world.channels.get(channelId)?.kind !== 'dm';
  }

  #guildIdOf(channelId: string): string | null {
    const channel = this.#parts.world.channels.get(channelId);
    return channel === undefined ? null : guildIdOf(channel);
  }
}

function isEmpty({ content, embeds, components, files }: Message): boolean {
  return content === '' && [embeds, components, files].every(({ length }) => length === 0);
}

/** The request speaks of each new file by its number. */
function described(files: readonly SentFile[], { attachments }: MessageBody): readonly SentFile[] {
  return files.map((file, at) => ({ ...file, description: attachments?.find(({ id }) => String(id) === String(at))?.description ?? null }));
}

function nonceKey(channelId: string, nonce: string | number): string {
  return `${channelId} ${nonce}`;
}
