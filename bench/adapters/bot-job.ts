import { z } from 'zod';

export const ROADS = ['slack', 'slack-http', 'discord'] as const;
/** A platform, and how events come from it: Slack by Socket Mode or by HTTP, Discord by its gateway. */
export type Road = (typeof ROADS)[number];
export type BotKind = 'ours' | 'echo';

/** What a bot's process is told at its start. */
export const botJobSchema = z.strictObject({
  kind: z.enum(['ours', 'echo']),
  road: z.enum(ROADS),
  /** Of the local server. */
  apiUrl: z.string(),
  /** On which the bot listens, where events come by HTTP. */
  port: z.number().nullable(),
  /** Where our bot keeps what it remembers: the address of a server, or a folder; null: it remembers nothing. */
  memory: z.string().nullable(),
});
export type BotJob = z.infer<typeof botJobSchema>;

/** What the process has used since its start; memory only after a collection of garbage. */
const usageSchema = z.strictObject({ kind: z.literal('usage'), cpuMs: z.number(), heapMb: z.number(), rssMb: z.number() });
export type Usage = z.infer<typeof usageSchema>;

export const botMessageSchema = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('ready') }), usageSchema]);
export type BotMessage = z.infer<typeof botMessageSchema>;

/** What the process is asked for; a collection of garbage takes a while. */
export const wishSchema = z.strictObject({ kind: z.literal('usage'), collect: z.boolean() });
export type Wish = z.infer<typeof wishSchema>;
