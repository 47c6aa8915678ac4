import type { webApi } from '@slack/bolt';
import type { Bot } from '../../bot/bot.ts';
import type { Recent } from '../../bot/recent.ts';
import type { Reception } from '../../bot/reception.ts';
import type { Log } from '../../log.ts';
import type { SlackIdentity } from './slack-identity.ts';
import type { SlackPeople } from './slack-people.ts';

/** What every listener works with. */
export type SlackParts = {
  readonly bot: Bot;
  readonly reception: Reception;
  readonly log: Log;
  readonly client: webApi.WebClient;
  readonly people: SlackPeople;
  readonly identity: SlackIdentity;
  /** Of public replies in several messages: by the last, which has the buttons, those before it, each by its timestamp. */
  readonly longReplies: Recent<readonly string[]>;
};

/** What is written before a command's name. */
export const PREFIX = '/layoffs ';
