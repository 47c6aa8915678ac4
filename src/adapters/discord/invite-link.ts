import { OAuth2Scopes, PermissionFlagsBits } from 'discord.js';

/** What the bot does in a server, and nothing more. */
const PERMISSIONS = ['ViewChannel', 'SendMessages', 'SendMessagesInThreads', 'EmbedLinks', 'AttachFiles', 'ReadMessageHistory'] as const;

/** Where somebody who manages a server lets the bot in. */
export function inviteLink(applicationId: string): string {
  const permissions = PERMISSIONS.reduce((all, name) => all | PermissionFlagsBits[name], 0n);
  const scope = [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' ');
  return `https://discord.com/oauth2/authorize?${new URLSearchParams({ client_id: applicationId, permissions: `${permissions}`, scope })}`;
}
