import {
  ChannelType,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildSystemChannelFlags,
  GuildVerificationLevel,
  InteractionType,
  Locale,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import type { Component } from './component-schema.ts';
import type { Message } from './message.ts';
import { hasFlag } from './message-schema.ts';
import type { MessageStore } from './message-store.ts';
import { type Channel, type Guild, guildIdOf, type Person, type TextChannel, type ThreadChannel, type World } from './world.ts';

export type Payload = Readonly<Record<string, unknown>>;

const JOINED_AT = '2024-01-02T03:04:05.000000+00:00';
export const ATTACHMENT_SIZE_LIMIT = 10_485_760;

export function userPayload({ id, name, bot }: Person) {
  return {
    id,
    username: name,
    discriminator: bot ? '0001' : '0',
    global_name: bot ? null : name,
    avatar: null,
    bot,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
    banner: null,
    accent_color: null,
  };
}

export function memberPayload({ roles }: Person) {
  return {
    nick: null,
    avatar: null,
    banner: null,
    roles: [...roles],
    joined_at: JOINED_AT,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
}

export function applicationPayload({ applicationId, bot, owner }: World): Payload {
  return {
    id: applicationId,
    name: bot.name,
    icon: null,
    description: '',
    type: null,
    verify_key: '0'.repeat(64),
    flags: 0,
    flags_new: '0',
    eligible_oauth2_scopes: ['bot', 'applications.commands'],
    bot_public: true,
    bot_require_code_grant: false,
    hook: true,
    storefront_available: false,
    is_verified: false,
    is_discoverable: false,
    is_monetized: false,
    explicit_content_filter: 0,
    integration_types_config: { 0: {} },
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    approximate_guild_count: 1,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    event_webhooks_status: 1,
    internal_guild_restriction: 1,
    bot: userPayload(bot),
    owner: userPayload(owner),
    team: null,
  };
}

export function channelPayload(channel: Channel, { bot }: World): Payload {
  switch (channel.kind) {
    case 'dm':
      return { id: channel.id, type: ChannelType.DM, flags: 0, last_message_id: null, recipients: [userPayload(channel.person)] };
    case 'text':
      return { ...guildChannel(channel), type: ChannelType.GuildText, position: 0, topic: null, parent_id: null, nsfw: false, rate_limit_per_user: 0 };
    case 'thread':
      return {
        ...guildChannel(channel),
        type: ChannelType.PublicThread,
        parent_id: channel.parent.id,
        owner_id: channel.ownerId,
        message_count: 0,
        total_message_sent: 0,
        member_count: 2,
        rate_limit_per_user: 0,
        bitrate: 64_000,
        user_limit: 0,
        rtc_region: null,
        permissions: String(bot.permissions),
        thread_metadata: { archived: false, auto_archive_duration: 1440, archive_timestamp: JOINED_AT, create_timestamp: JOINED_AT, locked: false },
      };
  }
}

/** In an interaction and in `channel_type` of a message event. */
function channelType({ kind }: Channel): ChannelType {
  return { dm: ChannelType.DM, text: ChannelType.GuildText, thread: ChannelType.PublicThread }[kind];
}

export function guildPayload(world: World, { id, name, roles }: Guild, everyMember: boolean): Payload {
  const { owner, bot, people, channels } = world;
  const list = [...channels.values()].filter((channel) => guildIdOf(channel) === id);
  const members = everyMember ? [...people.values()] : [bot];
  return {
    id,
    name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: owner.id,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: GuildVerificationLevel.None,
    default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
    explicit_content_filter: GuildExplicitContentFilter.Disabled,
    roles: roles.map((role, position) => ({ ...role, permissions: String(role.permissions), position, ...ROLE_LOOKS })),
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: GuildMFALevel.None,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: GuildSystemChannelFlags.SuppressJoinNotifications,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: GuildPremiumTier.None,
    premium_progress_bar_enabled: false,
    preferred_locale: Locale.EnglishUS,
    nsfw_level: GuildNSFWLevel.Default,
    joined_at: JOINED_AT,
    large: false,
    unavailable: false,
    member_count: people.size,
    members: members.map((person) => ({ ...memberPayload(person), user: userPayload(person) })),
    channels: list.filter(({ kind }) => kind === 'text').map((channel) => channelPayload(channel, world)),
    threads: list.filter(({ kind }) => kind === 'thread').map((channel) => channelPayload(channel, world)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** @param readable whether content, embeds, files and components may be seen */
export function messagePayload(message: Message, world: World, store: MessageStore, readable: (message: Message) => boolean): Payload {
  return { ...ownPayload(message, world, readable(message)), ...referencePayload(message, world, store, readable) };
}

/** What a message event has besides the message. */
export function messageEventPayload({ author, channelId }: Message, world: World): Payload {
  const channel = world.channels.get(channelId);
  if (channel === undefined || channel.kind === 'dm') return { channel_type: ChannelType.DM };
  return { channel_type: channelType(channel), guild_id: guildIdOf(channel), member: memberPayload(author) };
}

function ownPayload(message: Message, world: World, readable: boolean): Payload {
  const { id, channelId, author, flags, mentions, interaction, nonce, sentAt, editedAt, replyTo } = message;
  return {
    id,
    channel_id: channelId,
    type: typeOf(message),
    author: userPayload(author),
    timestamp: new Date(sentAt).toISOString(),
    edited_timestamp: editedAt === null ? null : new Date(editedAt).toISOString(),
    flags,
    pinned: false,
    tts: false,
    mention_everyone: mentions.everyone,
    mention_roles: mentions.roles,
    mentions: mentions.users.flatMap((user) => world.people.get(user) ?? []).map(userPayload),
    content: readable ? message.content : '',
    embeds: readable ? message.embeds.map((embed) => ({ type: 'rich', ...embed })) : [],
    attachments: readable ? message.files.map((file, place) => attachmentPayload(file, place, message)) : [],
    components: readable ? numberComponents(message.components) : [],
    ...(nonce === null ? {} : { nonce }),
    ...(author.id === world.bot.id ? { application_id: world.applicationId } : {}),
    ...(interaction === null ? {} : { webhook_id: world.applicationId, interaction_metadata: interactionMetadata(interaction) }),
    ...(replyTo === null ? {} : { message_reference: { type: 0, channel_id: channelId, message_id: replyTo } }),
  };
}

function referencePayload({ replyTo }: Message, world: World, store: MessageStore, readable: (message: Message) => boolean): Payload {
  if (replyTo === null) return {};
  const target = store.find(replyTo);
  return { referenced_message: target === undefined ? null : ownPayload(target, world, readable(target)) };
}

function guildChannel(channel: TextChannel | ThreadChannel): Payload {
  const { id, name } = channel;
  return { id, name, guild_id: guildIdOf(channel), flags: 0, last_message_id: null, permission_overwrites: [] };
}

function typeOf({ interaction, replyTo }: Message): MessageType {
  if (replyTo !== null) return MessageType.Reply;
  if (interaction?.name) return MessageType.ChatInputCommand;
  return MessageType.Default;
}

function interactionMetadata({ id, type, user, sourceId }: NonNullable<Message['interaction']>): Payload {
  const source = type === InteractionType.MessageComponent && sourceId !== null ? { interacted_message_id: sourceId } : {};
  return { id, type, user: userPayload(user), authorizing_integration_owners: {}, ...source };
}

function attachmentPayload({ name, contentType, bytes, description }: Message['files'][number], place: number, { id, channelId, flags }: Message): Payload {
  const url = `https://cdn.discordapp.com/attachments/${channelId}/${id}/${encodeURIComponent(name)}`;
  const file = {
    id: String(BigInt(id) + BigInt(place) + 1n),
    filename: name,
    size: bytes.length,
    url,
    proxy_url: url,
    content_type: contentType,
    ...(description === null ? {} : { description }),
  };
  return { ...file, ...(hasFlag(flags, MessageFlags.Ephemeral) ? { ephemeral: true } : {}) };
}

/** Discord gives each component that has none a number as its id. */
function numberComponents(components: readonly Component[]): readonly Payload[] {
  let last = 0;
  const number = (component: Component): Payload => {
    last += 1;
    const { components: held, accessory, ...own } = component;
    return { id: last, ...own, ...(held ? { components: held.map(number) } : {}), ...(accessory ? { accessory: number(accessory) } : {}) };
  };
  return components.map(number);
}

const ROLE_LOOKS = {
  description: null,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  icon: null,
  unicode_emoji: null,
  managed: false,
  flags: 0,
} as const;
