import { webApi } from '@slack/bolt';
import type { Audience } from '../../bot/incoming.ts';
import { isDirect } from './is-direct.ts';
import { postResponse, tryResponse } from './post-response.ts';
import type { SlackMessage } from './render-slack.ts';
import type { SlackParts } from './slack-parts.ts';
import type { Target } from './target.ts';
import { QUIET, toResponse } from './to-response.ts';

/** Says that the bot is not in the channel, or cannot write to that person there. */
const NOT_THERE: ReadonlySet<string> = new Set([
  'not_in_channel',
  'channel_not_found',
  'user_not_in_channel',
  'is_archived',
  'restricted_action',
  'messages_tab_disabled',
]);

type PostParts = Pick<SlackParts, 'client' | 'longReplies'>;

/** Posts the messages of one reply in order, and keeps in mind which belong together. */
export async function postReply(messages: readonly SlackMessage[], audience: Audience, target: Target, { client, longReplies }: PostParts): Promise<void> {
  const posted: string[] = [];
  for (const message of messages) {
    const ts = await postMessage(message, audience, target, client);
    if (ts !== null) posted.push(ts);
  }
  const last = posted.pop();
  if (last !== undefined && posted.length > 0) longReplies.set(last, posted);
}

/** @returns its timestamp, where Slack gives one */
async function postMessage(message: SlackMessage, audience: Audience, target: Target, client: webApi.WebClient): Promise<string | null> {
  const { responseUrl, fromEphemeral } = target;
  const threadTs = audience === 'public' || target.threadExists ? target.threadTs : null;
  const response = toResponse(message, audience, { threadTs });
  if (responseUrl !== null && fromEphemeral && threadTs === null && (await tryResponse(responseUrl, response))) return null;
  try {
    return await callApi(message, audience, target, threadTs, client);
  } catch (error) {
    if (responseUrl === null || !(error instanceof webApi.WebAPIPlatformError) || !NOT_THERE.has(error.data.error)) throw error;
    await postResponse(responseUrl, response);
    return null;
  }
}

async function callApi(
  { blocks, text }: SlackMessage,
  audience: Audience,
  { channel, user }: Target,
  threadTs: string | null,
  client: webApi.WebClient,
): Promise<string | null> {
  const thread = threadTs === null ? {} : { thread_ts: threadTs };
  // What is said between the two alone is private anyway, and stays there.
  const together = audience === 'public' || isDirect(channel);
  if (together) return (await client.chat.postMessage({ ...QUIET, channel, text, blocks, ...thread })).ts ?? null;
  await client.chat.postEphemeral({ channel, user, text, blocks, link_names: false, ...thread });
  return null;
}
