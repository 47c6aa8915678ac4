// A process with some of the shards, as a test forks it: it says by which shards it answers.
import { pino } from 'pino';
import { z } from 'zod';
import { startDiscord } from '../../../src/adapters/discord/start-discord.ts';
import type { Incoming } from '../../../src/bot/incoming.ts';
import type { Deliver } from '../../../src/bot/reception.ts';
import { startBot } from '../../fixtures/start-bot.ts';
import { LOG_IN_AT_ONCE } from '../../servers/discord/start-client.ts';

const job = z.object({ token: z.string(), apiUrl: z.string(), folder: z.string(), shards: z.array(z.int()), shardCount: z.int() });
const { folder, ...settings } = job.parse(JSON.parse(process.argv[2] ?? ''));

const receive = async (_: Incoming, deliver: Deliver) => {
  const text = `By ${settings.shards.join(' and ')}.`;
  const reply = { language: 'en', status: 'answered', reason: null, facts: [], sources: [], suggestions: [], version: 'abc123' } as const;
  await deliver({ kind: 'say', audience: 'public', reply: { ...reply, blocks: [{ kind: 'text', tone: 'plain', text }] } });
};

const { bot } = await startBot(folder);
const parts = { bot, reception: { receive }, log: pino({ level: 'silent' }), admins: new Set<string>() };
const platform = startDiscord({ ...parts, settings: { ...settings, guildId: null }, options: LOG_IN_AT_ONCE });
process.once('disconnect', () => process.exit());
await platform.ready;
process.send?.('ready');
