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
  .option('--editors-channel', 'also hear messages in channels, for editors who answer in threads (EDITORS_CHANNEL)')
  .option('--many-workspaces', 'let people of many workspaces install it (SLACK_CLIENT_ID); needs --http')
  .parse();

const flag = z.boolean().default(false);
const { http, followUps, editorsChannel, manyWorkspaces } = z
  .object({ http: z.url().optional(), followUps: flag, editorsChannel: flag, manyWorkspaces: flag })
  .parse(program.opts());
if (manyWorkspaces && http === undefined) program.error('error: --many-workspaces needs --http: people install the bot at an address');
const commands = await loadCommands(join(import.meta.dirname, '../commands'));
process.stdout.write(
  writeManifest(commands, { requestUrl: http === undefined ? null : eventsAt(http), threadFollowUps: followUps, editorsChannel, manyWorkspaces }),
);

/** Where Bolt listens, unless the address says more than the host. */
function eventsAt(address: string): string {
  const url = new URL(address);
  return url.pathname === '/' ? new URL('/slack/events', url).href : address;
}
