// Prints the link by which the bot is let into a server.
import { createRest } from '../src/adapters/discord/create-client.ts';
import { explainLoginError } from '../src/adapters/discord/explain-login-error.ts';
import { findApplicationId } from '../src/adapters/discord/find-application-id.ts';
import { inviteLink } from '../src/adapters/discord/invite-link.ts';
import { readConfig } from '../src/config.ts';
import { AppError } from '../src/errors.ts';

try {
  const { discord } = readConfig();
  if (discord === null) throw new AppError('DISCORD_TOKEN', 'There is no Discord token: put the one of your bot into DISCORD_TOKEN.');
  console.log(inviteLink(await findApplicationId(discord.token, createRest(discord))));
} catch (error) {
  const explained = error instanceof AppError ? error : explainLoginError(error);
  if (explained === null) throw error;
  console.error(explained.message);
  process.exitCode = 1;
}
