import { Client, type ClientOptions, GatewayIntentBits, Options, Partials, REST } from 'discord.js';

export type DiscordSettings = {
  readonly token: string;
  /** Of a server that stands in for Discord; null: Discord. */
  readonly apiUrl: string | null;
  /** Where the commands are published at the start; null: nowhere. */
  readonly guildId: string | null;
  /** Those of all shards that this process serves; null: all. */
  readonly shards: readonly number[] | null;
  /** Of all processes together; null where `shards` is. */
  readonly shardCount: number | null;
};

/** None of them is privileged: Discord shows what mentions the bot, or is written to it directly, without. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** Of what comes by, nothing is needed again; memory stays flat. Channels and roles are kept: they say who may do what. */
const CACHES: NonNullable<Parameters<typeof Options.cacheWithLimits>[0]> = {
  MessageManager: 0,
  GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
  UserManager: { maxSize: 200, keepOverLimit: (user) => user.id === user.client.user.id },
  ThreadMemberManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  PresenceManager: 0,
  VoiceStateManager: 0,
  StageInstanceManager: 0,
  GuildEmojiManager: 0,
  GuildStickerManager: 0,
  GuildInviteManager: 0,
  GuildBanManager: 0,
  GuildScheduledEventManager: 0,
  AutoModerationRuleManager: 0,
  ApplicationCommandManager: 0,
};

/** @param options that take precedence */
export function createClient({ apiUrl, shards, shardCount }: DiscordSettings, options: Partial<ClientOptions> = {}): Client {
  return new Client({
    intents: INTENTS,
    // Without it, direct messages in a channel that was never seen before are not told.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    // What is asked may be gone when it is answered.
    failIfNotExists: false,
    enforceNonce: true,
    makeCache: Options.cacheWithLimits(CACHES),
    ...(shards === null || shardCount === null ? {} : { shards: [...shards], shardCount }),
    ...options,
    rest: { ...restOptions(apiUrl), ...options.rest },
  });
}

/** For what needs no connection. */
export function createRest({ token, apiUrl }: Pick<DiscordSettings, 'token' | 'apiUrl'>): REST {
  return new REST(restOptions(apiUrl)).setToken(token);
}

function restOptions(apiUrl: string | null) {
  return apiUrl === null ? {} : { api: apiUrl };
}
