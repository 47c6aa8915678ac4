// Prints the manifest for "Create an app from a manifest": npm run slack:manifest [-- --http https://example.com/slack/events] [--follow-ups]
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeManifest } from '../src/adapters/slack/write-manifest.ts';
import { loadCommands } from '../src/bot/load-commands.ts';

const { values } = parseArgs({ options: { http: { type: 'string' }, 'follow-ups': { type: 'boolean', default: false } } });
const commands = await loadCommands(join(import.meta.dirname, '../commands'));
process.stdout.write(writeManifest(commands, { requestUrl: values.http ?? null, threadFollowUps: values['follow-ups'] }));
