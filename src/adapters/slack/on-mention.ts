import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { answer, deliverTo } from './answer.ts';
import { readRequest } from './read-request.ts';
import { readText } from './read-text.ts';
import type { SlackParts } from './slack-parts.ts';

/** Answers a mention in a thread under it. */
export function onMention(parts: SlackParts) {
  return async ({ event }: SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs): Promise<void> => {
    const { user, channel, ts, thread_ts } = event;
    if (user === undefined || event.bot_id !== undefined) return;
    const under = thread_ts === undefined || thread_ts === ts ? null : thread_ts;
    const threadTs = under ?? ts;
    const request = readRequest(readText(event.text), parts.bot.commands);
    const target = { channel, user, threadTs, threadExists: under !== null, responseUrl: null, fromEphemeral: false };
    const asked = { delivery: messageKey(channel, ts), user, channel, threadTs, under, audience: 'public', request } as const;
    await answer(asked, deliverTo(target, parts), parts);
  };
}

/** A message, however often and as whatever event it comes: Slack tells of a mention once more when it is edited. */
export function messageKey(channel: string, ts: string): string {
  return `slack:message:${channel}:${ts}`;
}
