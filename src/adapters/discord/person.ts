import { type BaseInteraction, type GuildMember, type Message, PermissionFlagsBits, type User } from 'discord.js';
import type { Person } from '../../bot/incoming.ts';
import type { Language } from '../../text/language.ts';
import { type AdapterParts, isListed } from './adapter-parts.ts';

type Admins = Pick<AdapterParts, 'admins' | 'localAdmins'>;

const { ManageGuild, ManageMessages } = PermissionFlagsBits;

/** Discord sends with each interaction what the person may do there at that moment. */
export function personOfInteraction(interaction: BaseInteraction, { admins, localAdmins = true }: Admins): Person {
  const { user, memberPermissions } = interaction;
  const may = (permission: bigint) => memberPermissions?.has(permission) ?? false;
  const listed = isListed(user.id, admins);
  const isLocalAdmin = listed || may(ManageGuild);
  return {
    id: `discord:${user.id}`,
    language: languageOf(interaction.locale),
    name: async () => nameOf(user, interaction.member),
    isAdmin: async () => (localAdmins ? isLocalAdmin : listed),
    isLocalAdmin: async () => isLocalAdmin,
    isModerator: async () => isLocalAdmin || may(ManageMessages),
  };
}

/** A message tells nothing of its author's language. What they may do is looked up when it matters. */
export function personOfMessage(message: Message, { admins, localAdmins = true }: Admins): Person {
  const { author } = message;
  const listed = isListed(author.id, admins);
  const isLocalAdmin = async () => listed || ((await memberOf(message))?.permissions.has(ManageGuild) ?? false);
  return {
    id: `discord:${author.id}`,
    language: null,
    name: async () => nameOf(author, message.member),
    isAdmin: async () => (localAdmins ? isLocalAdmin() : listed),
    isLocalAdmin,
    isModerator: async () => (await isLocalAdmin()) || (await mayModerate(message)),
  };
}

/** Whatever else a client speaks, more people read English than French. */
export function languageOf(locale: string): Language {
  return locale.startsWith('fr') ? 'fr' : 'en';
}

/** As the server knows them, where it knows them otherwise. */
function nameOf(user: User, member: BaseInteraction['member']): string {
  const there = member !== null && 'displayName' in member ? member.displayName : member?.nick;
  return there ?? user.displayName;
}

async function mayModerate(message: Message): Promise<boolean> {
  const member = await memberOf(message);
  return member !== null && message.inGuild() && member.permissionsIn(message.channel).has(ManageMessages);
}

/** Members are not kept: one fetch now is right, one from the start of the day may not be. */
async function memberOf({ guild, author }: Message): Promise<GuildMember | null> {
  return guild === null ? null : guild.members.fetch({ user: author.id, force: true, cache: false });
}
