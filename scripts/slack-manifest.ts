// Prints the manifest for "Create an app from a manifest".
import { join } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { writeManifest } from '../src/adapters/slack/write-manifest.ts';
import { loadCommands } from '../src/bot/load-commands.ts';

const program = new Command('slack:manifest')
  .description('Print the manifest of the Slack app, as YAML')
  .option('--http <url>', 'where Slack’s requests arrive, instead of Socket Mode')
  .option('--follow-ups', 'also hear messages in channels, for answers in threads without a mention (THREAD_FOLLOW_UPS=on)')
  .parse();

const options = z.object({ http: z.url().optional(), followUps: z.boolean().default(false) }).parse(program.opts());
const commands = await loadCommands(join(import.meta.dirname, '../commands'));
process.stdout.write(writeManifest(commands, { requestUrl: options.http ?? null, threadFollowUps: options.followUps }));
