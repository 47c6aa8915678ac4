import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { readAction } from '../../bot/action.ts';
import type { Deliver } from '../../bot/reception.ts';
import { answer } from './answer.ts';
import type { Place } from './place.ts';
import { postReply } from './post-reply.ts';
import { postResponse } from './post-response.ts';
import { type Press, readPress } from './press.ts';
import { renderSlack } from './render-slack.ts';
import type { SlackParts } from './slack-parts.ts';
import { toResponse } from './to-response.ts';

/** Does what a button says. */
export function onAction(parts: SlackParts) {
  return async ({ body, ack }: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const press = readPress(body);
    const { user, action } = press;
    const channel = press.channel ?? user;
    const threadTs = isDirect(channel) || press.isEphemeral ? press.threadTs : (press.threadTs ?? press.ts);
    const audience = press.isEphemeral ? 'private' : 'public';
    const asked = { delivery: `slack:trigger:${press.trigger}`, user, channel, threadTs, audience, request: { kind: 'press', action } } as const;
    const place = { channel, user, threadTs, threadExists: press.threadTs !== null, responseUrl: press.responseUrl, fromEphemeral: press.isEphemeral };
    await answer(asked, deliverTo(press, place, parts), parts);
  };
}

/** @param place a thread that begins with the answer is not there yet */
function deliverTo({ ts, action, isEphemeral }: Press, place: Place, parts: SlackParts): Deliver {
  const { channel, responseUrl } = place;
  return async (outgoing) => {
    if (outgoing.kind === 'remove') {
      for (const earlier of parts.longReplies.get(ts ?? '') ?? []) await parts.client.chat.delete({ channel, ts: earlier });
      if (responseUrl !== null) await postResponse(responseUrl, { delete_original: true });
      return;
    }
    const [first, ...rest] = renderSlack(outgoing.reply, outgoing.kind === 'say' ? questionOf(action) : null);
    if (outgoing.kind === 'replace' && responseUrl !== null && first !== undefined) {
      await postResponse(responseUrl, toResponse(first, isEphemeral ? 'private' : 'public', { replace: true }));
      await postReply(rest, 'private', place, parts);
      return;
    }
    const audience = outgoing.kind === 'say' ? outgoing.audience : 'private';
    await postReply(first === undefined ? [] : [first, ...rest], audience, place, parts);
  };
}

/** A press leaves no trace of what was asked by it. */
function questionOf(action: string): string | null {
  const asked = readAction(action);
  return asked?.kind === 'ask' ? asked.question : null;
}

function isDirect(channel: string): boolean {
  return !/^[CG]/.test(channel);
}
