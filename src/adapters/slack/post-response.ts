import pRetry from 'p-retry';
import { AppError } from '../../errors.ts';
import type { SlackMessage } from './render-slack.ts';

export type ResponseBody =
  | (SlackMessage & {
      readonly response_type: 'ephemeral' | 'in_channel';
      readonly replace_original: boolean;
      readonly thread_ts?: string;
      readonly mrkdwn: false;
      readonly unfurl_links: false;
      readonly unfurl_media: false;
      readonly link_names: false;
    })
  | { readonly delete_original: true };

const TIMEOUT_MS = 10_000;
const RETRIES = 6;
const LONGEST_WAIT_S = 30;

/** Posts to a response_url. Bolt's own `respond` gives up at the first 429. */
export async function postResponse(url: string, body: ResponseBody): Promise<void> {
  await pRetry(() => postOnce(url, body), {
    retries: RETRIES,
    minTimeout: 100,
    maxTimeout: 5_000,
    randomize: true,
    shouldRetry: ({ error }) => !(error instanceof AppError),
  });
}

/** @returns false where the address serves no longer: it is used up, or too old */
export async function tryResponse(url: string, body: ResponseBody): Promise<boolean> {
  try {
    await postResponse(url, body);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

async function postOnce(url: string, body: ResponseBody): Promise<void> {
  const response = await send(url, body);
  if (response.ok) {
    await response.body?.cancel();
    return;
  }
  const wait = Number(response.headers.get('retry-after') ?? 0);
  if (response.status === 429 && wait > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(wait, LONGEST_WAIT_S) * 1_000));
  const reason = `Slack answers ${response.status} at a response_url`;
  if (response.status === 429 || response.status >= 500) throw new Error(reason);
  throw new AppError('SLACK_RESPONSE', `${reason}: it is used up (5 times), too old (30 minutes), or the message is not as it must be. Ask again.`);
}

/** With errors that p-retry takes for passing: fetch reports all of them as a TypeError. */
async function send(url: string, body: ResponseBody): Promise<Response> {
  try {
    const headers = { 'content-type': 'application/json' };
    return await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (cause) {
    throw new Error('a response_url was not reached', { cause });
  }
}
