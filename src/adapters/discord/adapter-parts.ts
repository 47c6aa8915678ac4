import type { Bot } from '../../bot/bot.ts';
import type { Reception } from '../../bot/reception.ts';
import type { Log } from '../../log.ts';
import type { DrawChart } from './ready-messages.ts';
import type { SentMessages } from './sent-messages.ts';

/** What every listener works with. */
export type AdapterParts = {
  readonly bot: Bot;
  readonly reception: Pick<Reception, 'receive'>;
  readonly log: Log;
  /** People who may look after the bot wherever they are: ids, with or without `discord:` before them. */
  readonly admins: ReadonlySet<string>;
  /** False: who manages a server may not look after the bot. */
  readonly localAdmins?: boolean;
  readonly sent: SentMessages;
  readonly drawChart: DrawChart;
};

export const PLATFORM = 'discord';
/** What is written before a command's name. */
export const PREFIX = '/layoffs ';

export function isListed(userId: string, admins: ReadonlySet<string>): boolean {
  return admins.has(userId) || admins.has(`${PLATFORM}:${userId}`);
}
