import pRetry from 'p-retry';

const REPEATS = 2;
const FIRST_MS = 200;

/**
 * Repeats a request whose connection broke. discord.js repeats those that time out or meet a broken server, but not these.
 * It may have had its effect already: give messages a nonce, so that Discord sends them once.
 */
export function repeatLost<Result>(send: () => Promise<Result>): Promise<Result> {
  return pRetry(send, { retries: REPEATS, minTimeout: FIRST_MS, shouldRetry: ({ error }) => isLost(error) });
}

function isLost(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && /^(?:UND_ERR_\w+|E[A-Z]+)$/.test(error.code);
}
