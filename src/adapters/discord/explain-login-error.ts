import { DiscordAPIError } from 'discord.js';
import { AppError } from '../../errors.ts';

const TOKEN = `Discord does not accept the bot's token. Put the one that https://discord.com/developers/applications shows under "Bot" (Reset Token) into DISCORD_TOKEN.`;
const INTENTS = `Discord refuses the events that the bot asks for, although none of them is privileged. See at https://discord.com/developers/applications, under "Bot", whether the application is limited; DISCORD_TOKEN may belong to another one than you think.`;

const SHARDS = `Discord refuses the connection: DISCORD_SHARDS and DISCORD_SHARD_COUNT do not fit together, or the bot is in so many servers that it needs more shards. Each shard is a number from 0 up to the count less one.`;

/** What can only be mended by hand, said plainly; null where trying again may help. */
export function explainLoginError(error: unknown): AppError | null {
  if (!(error instanceof Error)) return null;
  const { message: said } = error;
  const unauthorized = error instanceof DiscordAPIError && error.status === 401;
  if (unauthorized || codeOf(error) === 'TokenInvalid' || said === 'Authentication failed') return new AppError('DISCORD_TOKEN', TOKEN, { cause: error });
  if (/^Used (?:disallowed|invalid) intents/.test(said) || codeOf(error) === 'DisallowedIntents') {
    return new AppError('DISCORD_INTENTS', INTENTS, { cause: error });
  }
  if (said === 'Invalid shard' || said === 'Sharding is required') return new AppError('DISCORD_SHARDS', SHARDS, { cause: error });
  return null;
}

function codeOf(error: Error): unknown {
  return 'code' in error ? error.code : null;
}
