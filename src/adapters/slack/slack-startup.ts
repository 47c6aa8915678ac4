import type { Bot } from '../../bot/bot.ts';
import type { Reception } from '../../bot/reception.ts';
import type { Log } from '../../log.ts';
import type { InstallationStore } from './installation-store.ts';
import type { SlackSettings } from './slack-settings.ts';

/** What Slack is started with. */
export type SlackStartup = {
  readonly bot: Bot;
  readonly reception: Reception;
  readonly settings: SlackSettings;
  readonly log: Log;
  /** Who may look after the bot besides the workspace's admins and owners: user ids, by themselves, as `slack:U…` or as `slack:T…:U…`. */
  readonly admins: ReadonlySet<string>;
  /** False: the workspace's admins and owners may not. */
  readonly localAdmins?: boolean;
  /** With `settings.oauth`: where the bot is installed. */
  readonly installations?: InstallationStore | null;
  /** Hears of a workspace that the bot was removed from; tried again where it rejects. */
  readonly onRemoved?: (team: string) => Promise<void>;
};
