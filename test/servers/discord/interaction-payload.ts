import { InteractionContextType, Locale } from 'discord-api-types/v10';
import type { Interaction } from './interaction.ts';
import { ATTACHMENT_SIZE_LIMIT, channelPayload, memberPayload, type Payload, userPayload } from './payloads.ts';
import { guildIdOf, type Person, type World } from './world.ts';

/** What INTERACTION_CREATE carries. @param data of the command, control or modal */
export function interactionPayload({ id, token, type, user, channel }: Interaction, data: Payload, locale: string, world: World): Payload {
  const guildId = guildIdOf(channel);
  const place = guildId === null ? dmPlace(user) : guildPlace(user, guildId);
  return {
    id,
    application_id: world.applicationId,
    type,
    token,
    version: 1,
    channel_id: channel.id,
    channel: { ...channelPayload(channel, world), permissions: String(user.permissions) },
    locale,
    app_permissions: String(world.bot.permissions),
    entitlements: [],
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
    ...place,
    ...data,
  };
}

function guildPlace(user: Person, guildId: string): Payload {
  return {
    guild_id: guildId,
    guild: { id: guildId, locale: Locale.EnglishUS, features: [] },
    guild_locale: Locale.EnglishUS,
    member: { ...memberPayload(user), user: userPayload(user), permissions: String(user.permissions), unusual_dm_activity_until: null },
    context: InteractionContextType.Guild,
    authorizing_integration_owners: { 0: guildId },
  };
}

function dmPlace(user: Person): Payload {
  return { user: userPayload(user), context: InteractionContextType.BotDM, authorizing_integration_owners: { 0: '0' } };
}
