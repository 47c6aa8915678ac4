/** A process of its own for one bot, so that it shares nothing with the server and whoever asks. Started by fork-bot.ts. */
import { type BotJob, type BotMessage, botJobSchema, wishSchema } from './bot-job.ts';

const job = botJobSchema.parse(JSON.parse(process.argv[2] ?? 'null'));
const tell = (message: BotMessage) => process.send?.(message);

process.on('message', (message) => {
  if (wishSchema.parse(message).collect) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { heapUsed, external, rss } = process.memoryUsage();
  tell({ kind: 'usage', cpuMs: (user + system) / 1_000, heapMb: (heapUsed + external) / 2 ** 20, rssMb: rss / 2 ** 20 });
});
process.once('disconnect', () => process.exit());

await start(job);
tell({ kind: 'ready' });

async function start(job: BotJob): Promise<void> {
  if (job.kind === 'ours') return (await import('./start-ours.ts')).startOurs(job);
  if (job.road === 'discord') return (await import('./start-discord-echo.ts')).startDiscordEcho(job);
  return (await import('./start-slack-echo.ts')).startSlackEcho(job);
}
