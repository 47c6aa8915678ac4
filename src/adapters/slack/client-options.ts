import type { webApi } from '@slack/bolt';
import type { SlackSettings } from './slack-settings.ts';

const TIMEOUT_MS = 10_000;

/** For posting: tried again for about a minute, within which a limit or a short outage passes. */
export function postingOptions(settings: SlackSettings): webApi.WebClientOptions {
  return { ...common(settings), retryConfig: { retries: 10, minTimeout: 100, factor: 2, maxTimeout: 10_000, randomize: true } };
}

/** For connecting, which is tried again as a whole. */
export function connectingOptions(settings: SlackSettings): webApi.WebClientOptions {
  return { ...common(settings), retryConfig: { retries: 0 } };
}

function common({ apiUrl }: SlackSettings): webApi.WebClientOptions {
  return { timeout: TIMEOUT_MS, ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }) };
}
