// Registers the commands with Discord, and says what that changes.
import { join } from 'node:path';
import { Command } from 'commander';
import { createRest } from '../src/adapters/discord/create-client.ts';
import { explainLoginError } from '../src/adapters/discord/explain-login-error.ts';
import { findApplicationId } from '../src/adapters/discord/find-application-id.ts';
import { publishCommands } from '../src/adapters/discord/publish-commands.ts';
import { loadCommands } from '../src/bot/load-commands.ts';
import { PROJECT_ROOT, readConfig } from '../src/config.ts';
import { AppError } from '../src/errors.ts';

type Options = { readonly guild?: string; readonly dryRun?: boolean };

const program = new Command('discord:publish')
  .description('Register the commands with Discord. Everywhere, unless a server is named: there they are seen at once.')
  .option('--guild <id>', 'only in this server; DISCORD_GUILD_ID is not looked at')
  .option('--dry-run', 'only say what would change')
  .action(publish);

async function publish({ guild = null, dryRun = false }: Omit<Options, 'guild'> & { readonly guild?: string | null }): Promise<void> {
  const { discord } = readConfig();
  if (discord === null) throw new AppError('DISCORD_TOKEN', 'There is no Discord token: put the one of your bot into DISCORD_TOKEN.');
  const rest = createRest(discord);
  const commands = await loadCommands(join(PROJECT_ROOT, 'commands'));
  const applicationId = await findApplicationId(discord.token, rest);
  const changes = await publishCommands({ rest, applicationId, guildId: guild, commands, dryRun });
  const place = guild === null ? 'everywhere' : `in the server ${guild}`;
  if (changes.length === 0) console.log(`The commands ${place} are as they should be.`);
  else console.log([...changes, '', `${dryRun ? 'Would change' : 'Changed'} ${changes.length} fields ${place}.`].join('\n'));
}

try {
  await program.parseAsync();
} catch (error) {
  const explained = error instanceof AppError ? error : explainLoginError(error);
  if (explained === null) throw error;
  console.error(explained.message);
  process.exitCode = 1;
}
