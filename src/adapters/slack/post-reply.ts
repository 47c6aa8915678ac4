import { webApi } from '@slack/bolt';
import type { Audience } from '../../bot/incoming.ts';
import type { Place } from './place.ts';
import { postResponse } from './post-response.ts';
import type { SlackMessage } from './render-slack.ts';
import type { SlackParts } from './slack-parts.ts';
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
export async function postReply(messages: readonly SlackMessage[], audience: Audience, place: Place, { client, longReplies }: PostParts): Promise<void> {
  const posted: string[] = [];
  for (const message of messages) {
    const ts = await postMessage(message, audience, place, client);
    if (ts !== null) posted.push(ts);
  }
  const last = posted.pop();
  if (last !== undefined && posted.length > 0) longReplies.set(last, posted);
}

/** @returns its timestamp, where Slack gives one */
async function postMessage(message: SlackMessage, audience: Audience, place: Place, client: webApi.WebClient): Promise<string | null> {
  const { responseUrl, fromEphemeral } = place;
  const threadTs = audience === 'public' || place.threadExists ? place.threadTs : null;
  const respond = (url: string) => postResponse(url, toResponse(message, audience, { threadTs })).then(() => null);
  if (responseUrl !== null && fromEphemeral && threadTs === null) return respond(responseUrl);
  try {
    return await callApi(message, audience, place, threadTs, client);
  } catch (error) {
    if (responseUrl === null || !(error instanceof webApi.WebAPIPlatformError) || !NOT_THERE.has(error.data.error)) throw error;
    return respond(responseUrl);
  }
}

async function callApi(
  { blocks, text }: SlackMessage,
  audience: Audience,
  { channel, user }: Place,
  threadTs: string | null,
  client: webApi.WebClient,
): Promise<string | null> {
  const thread = threadTs === null ? {} : { thread_ts: threadTs };
  // What is said between the two alone is private anyway, and stays there.
  const together = audience === 'public' || !/^[CG]/.test(channel);
  if (together) return (await client.chat.postMessage({ ...QUIET, channel, text, blocks, ...thread })).ts ?? null;
  await client.chat.postEphemeral({ channel, user, text, blocks, link_names: false, ...thread });
  return null;
}
