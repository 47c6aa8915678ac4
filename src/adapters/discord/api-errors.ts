import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

/** The interaction is gone, or was answered already: there is nobody left to tell. */
const TOO_LATE: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
]);

const CANNOT_REPLY: ReadonlySet<unknown> = new Set([RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory]);

/** The bot may not write there. */
const MAY_NOT_WRITE: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.ThreadLocked,
  RESTJSONErrorCodes.UnknownChannel,
  ...CANNOT_REPLY,
]);

/** It is gone already. */
const GONE: ReadonlySet<unknown> = new Set([RESTJSONErrorCodes.UnknownMessage, RESTJSONErrorCodes.UnknownChannel]);

export function isTooLate(error: unknown): boolean {
  return error instanceof DiscordAPIError && TOO_LATE.has(error.code);
}

export function mayNotWrite(error: unknown): boolean {
  return error instanceof DiscordAPIError && MAY_NOT_WRITE.has(error.code);
}

export function cannotReply(error: unknown): boolean {
  return error instanceof DiscordAPIError && CANNOT_REPLY.has(error.code);
}

export function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && GONE.has(error.code);
}
