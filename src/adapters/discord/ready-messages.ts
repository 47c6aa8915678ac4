import type { AttachmentPayload } from 'discord.js';
import { describeError, type Log } from '../../log.ts';
import type { Chart } from '../../reply/chart.ts';
import type { Reply } from '../../reply/reply.ts';
import type { Allowed, PendingFile } from './render-block.ts';
import { ALL_ALLOWED, type DiscordMessage, renderDiscord } from './render-discord.ts';

/** A PNG of the chart. */
export type DrawChart = (chart: Chart) => Promise<Buffer>;

/** A message's body that discord.js takes; without files, an edit takes away those that were there. */
export type ReadyMessage = Omit<DiscordMessage, 'files'> & { readonly files: (AttachmentPayload & { readonly attachment: Buffer; readonly name: string })[] };

type Drawing = { readonly drawChart: DrawChart; readonly log: Log };
type Circumstances = { readonly allowed?: Allowed; readonly opening?: string };

/** A reply as the messages to be sent, everything that they carry drawn and encoded. A chart that cannot be drawn is shown as its figures. */
export async function readyMessages(reply: Reply, { drawChart, log }: Drawing, circumstances: Circumstances = {}): Promise<ReadyMessage[]> {
  const { allowed = ALL_ALLOWED, opening = '' } = circumstances;
  try {
    return await attachFiles(renderDiscord(reply, allowed, opening), drawChart);
  } catch (error) {
    if (!allowed.charts) throw error;
    log.error({ error: describeError(error) }, 'discord: a chart could not be drawn');
    return readyMessages(reply, { drawChart, log }, { allowed: { ...allowed, charts: false }, opening });
  }
}

function attachFiles(messages: readonly DiscordMessage[], drawChart: DrawChart): Promise<ReadyMessage[]> {
  return Promise.all(messages.map(async (message) => ({ ...message, files: await Promise.all(message.files.map((file) => encode(file, drawChart))) })));
}

async function encode(file: PendingFile, drawChart: DrawChart): Promise<ReadyMessage['files'][number]> {
  const { name, description } = file;
  return { name, description, attachment: file.kind === 'chart' ? await drawChart(file.chart) : Buffer.from(file.content) };
}
