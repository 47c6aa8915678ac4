import type { AllMiddlewareArgs, SlackEventMiddlewareArgs, types } from '@slack/bolt';
import { answer, deliverTo, placeOf, threadKey } from './answer.ts';
import { messageKey } from './on-mention.ts';
import { readRequest } from './read-request.ts';
import { mentions, readText } from './read-text.ts';
import type { SlackParts } from './slack-parts.ts';

/** What a person said; edits, deletions, joins and what programs post have other subtypes. */
const SAID: ReadonlySet<string | undefined> = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message']);

type Said = { readonly user: string; readonly channel: string; readonly ts: string; readonly threadTs: string | null; readonly text: string };

/** Answers what is said to the bot alone, follow-ups in threads where it has answered, and what is for it in threads that it began. */
export function onMessage(parts: SlackParts) {
  return async ({ message }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs): Promise<void> => {
    const said = readSaid(message);
    if (said === null) return;
    await (message.channel_type === 'im' ? answerDirect(said, parts) : answerRemark(said, parts));
  };
}

async function answerDirect({ user, channel, ts, threadTs, text }: Said, parts: SlackParts): Promise<void> {
  const target = { channel, user, threadTs, threadExists: true, responseUrl: null, fromEphemeral: false };
  const request = readRequest(readText(text), parts.bot.commands);
  const asked = { delivery: messageKey(channel, ts), user, channel, threadTs, under: threadTs, audience: 'public', request } as const;
  await answer(asked, deliverTo(target, parts), parts);
}

/** One that mentions the bot comes as a mention as well. */
async function answerRemark({ user, channel, ts, threadTs, text }: Said, parts: SlackParts): Promise<void> {
  const { reception, identity } = parts;
  if (threadTs === null || mentions(text, identity.botUserId)) return;
  const place = placeOf(identity.teamId, { user, channel, threadTs });
  if (!reception.follows(threadKey(identity.teamId, channel, threadTs), place) && !reception.listensTo(place, threadTs)) return;
  const target = { channel, user, threadTs, threadExists: true, responseUrl: null, fromEphemeral: false };
  const request = { kind: 'remark', text: readText(text) } as const;
  const asked = { delivery: messageKey(channel, ts), user, channel, threadTs, under: threadTs, audience: 'public', request } as const;
  await answer(asked, deliverTo(target, parts), parts);
}

function readSaid(message: types.MessageEvent): Said | null {
  if (!SAID.has(message.subtype) || ('bot_id' in message && message.bot_id !== undefined) || !('user' in message)) return null;
  const { user, channel, ts } = message;
  if (typeof user !== 'string' || user === 'USLACKBOT') return null;
  const threadTs = 'thread_ts' in message && typeof message.thread_ts === 'string' ? message.thread_ts : null;
  return { user, channel, ts, threadTs, text: 'text' in message && typeof message.text === 'string' ? message.text : '' };
}
