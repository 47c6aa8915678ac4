import type { Platform } from './adapters/platform.ts';
import type { Bot } from './bot/bot.ts';
import type { Reception } from './bot/reception.ts';
import type { Config } from './config.ts';
import { AppError } from './errors.ts';
import { describeError, type Log } from './log.ts';
import { watchData } from './watch-data.ts';

/** What is under way may take this long after we were told to leave. */
const LEAVING_MS = 10_000;

export type ServeParts = {
  readonly bot: Bot;
  readonly reception: Reception;
  readonly platforms: readonly Platform[];
  readonly config: Config;
  readonly log: Log;
  /** Called when it was told to leave, before what is under way is finished. */
  readonly onLeaving?: () => void;
};

/**
 * Runs until SIGTERM or SIGINT, or until no platform can be connected any more.
 * @throws AppError of the last platform that failed for good
 */
export async function serve({ bot, reception, platforms, config, log, onLeaving = () => {} }: ServeParts): Promise<void> {
  const ending = new AbortController();
  const leave = () => ending.abort();
  const reload = () => reloadQuietly(bot, 'signal', log);
  process.once('SIGTERM', leave).once('SIGINT', leave).on('SIGHUP', reload);
  const stopWatching = config.reloadOnChange ? watchData(config.dataFolder, () => reloadQuietly(bot, 'change of files', log)) : () => {};
  try {
    await Promise.race([allFailed(platforms, log), aborted(ending.signal)]);
  } finally {
    onLeaving();
    stopWatching();
    process.off('SIGHUP', reload);
    await reception.close(LEAVING_MS);
    await Promise.allSettled(platforms.map((platform) => platform.stop()));
    log.info({}, 'stopped');
  }
}

/** Rejects when the last platform has failed for good. */
async function allFailed(platforms: readonly Platform[], log: Log): Promise<never> {
  const failures = await Promise.all(platforms.map((platform) => failure(platform, log)));
  throw failures.at(-1) ?? new AppError('NO_PLATFORM', 'There is no platform to connect to: set a token of Slack or Discord');
}

/** Resolves with the reason where a platform can never be connected; otherwise not at all. */
async function failure({ name, ready }: Platform, log: Log): Promise<unknown> {
  try {
    await ready;
    log.info({ platform: name }, 'connected');
    return await new Promise(() => {});
  } catch (error) {
    log.error({ platform: name, reason: error instanceof AppError ? error.message : describeError(error) }, 'cannot be connected');
    return error;
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** The outcome is logged by whoever hears of reloads; what is in use stays where loading fails. */
function reloadQuietly(bot: Bot, by: string, log: Log): void {
  bot.reload(by, true).catch((error: unknown) => log.error({ by, error: describeError(error) }, 'a reload failed'));
}
