import type { AckFn, AllMiddlewareArgs, RespondArguments, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { Deliver } from '../../bot/reception.ts';
import { answer } from './answer.ts';
import { postResponse } from './post-response.ts';
import { readSay } from './read-say.ts';
import { readText } from './read-text.ts';
import { renderSlack } from './render-slack.ts';
import { sendFiles } from './send-files.ts';
import type { SlackParts } from './slack-parts.ts';
import type { Target } from './target.ts';
import { toResponse } from './to-response.ts';

/** Slack waits 3 s for the acknowledgement; an answer that takes longer than this comes after it. */
const ACK_WITHIN_MS = 1_000;

/** Answers a slash command in its acknowledgement, which spares a request. */
export function onCommand(parts: SlackParts) {
  return async ({ command, ack }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const { user_id: user, channel_id: channel, trigger_id, response_url, text = '' } = command;
    const once = acknowledgeOnce(ack);
    const timer = setTimeout(() => void once(), ACK_WITHIN_MS);
    const request = { kind: 'typed', text: readText(text) } as const;
    const asked = { delivery: `slack:trigger:${trigger_id}`, user, channel, threadTs: null, under: null, audience: 'private', request } as const;
    try {
      await answer(asked, deliverTo(once, response_url, { user, channel }, parts), parts);
    } finally {
      clearTimeout(timer);
      await once();
    }
  };
}

type AcknowledgeOnce = (body?: RespondArguments) => Promise<boolean>;

/** @returns what acknowledges, and tells whether it could: only the first call does */
function acknowledgeOnce(ack: AckFn<string | RespondArguments>): AcknowledgeOnce {
  let done = false;
  return async (body) => {
    if (done) return false;
    done = true;
    try {
      await (body === undefined ? ack() : ack(body));
      return true;
    } catch {
      // The socket closed meanwhile; the response_url still serves.
      return false;
    }
  };
}

function deliverTo(once: AcknowledgeOnce, responseUrl: string, target: Pick<Target, 'user' | 'channel'>, parts: SlackParts): Deliver {
  return async (outgoing) => {
    const say = readSay(outgoing);
    if (say === null) return;
    for (const message of renderSlack(await sendFiles(say.reply, target, parts))) {
      const response = toResponse(message, say.audience);
      if (!(await once(response))) await postResponse(responseUrl, response);
    }
  };
}
