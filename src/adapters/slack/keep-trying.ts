import pRetry from 'p-retry';
import { AppError } from '../../errors.ts';
import { describeError, type Log } from '../../log.ts';

/** First and longest wait between two attempts, in milliseconds. */
const WAITS = { minTimeout: 200, maxTimeout: 30_000 } as const;

/**
 * Tries until it works, waiting longer each time.
 * @param what for the log
 * @throws what our own errors say, since trying again does not help with those; whatever the signal is aborted with
 */
export function keepTrying<Result>(what: string, attempt: () => Promise<Result>, log: Log, signal: AbortSignal): Promise<Result> {
  return pRetry(attemptWithErrors, {
    ...WAITS,
    factor: 2,
    randomize: true,
    retries: Number.POSITIVE_INFINITY,
    signal,
    shouldRetry: ({ error }) => !(error instanceof AppError),
    onFailedAttempt: ({ error, attemptNumber, retryDelay }) =>
      log.warn({ platform: 'slack', attempt: attemptNumber, retryInMs: Math.round(retryDelay), error: describeError(error) }, `${what} failed`),
  });

  /** Socket Mode rejects with nothing at all; and p-retry takes a TypeError for a mistake of ours. */
  async function attemptWithErrors(): Promise<Result> {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof Error && !(error instanceof TypeError)) throw error;
      throw new Error(`${what} failed`, { cause: error });
    }
  }
}
