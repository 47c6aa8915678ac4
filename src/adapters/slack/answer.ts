import type { Incoming, Request } from '../../bot/incoming.ts';
import type { Place } from '../../bot/place.ts';
import type { Deliver } from '../../bot/reception.ts';
import { isDirect } from './is-direct.ts';
import { postReply } from './post-reply.ts';
import { wantsLanguage } from './read-request.ts';
import { readSay } from './read-say.ts';
import { renderSlack } from './render-slack.ts';
import { sendFiles } from './send-files.ts';
import { PREFIX, type SlackParts } from './slack-parts.ts';
import type { Target } from './target.ts';

/** Who asks for what, and where; the rest of an `Incoming` is the same for all of Slack. */
export type Asked = Pick<Incoming, 'delivery' | 'audience' | 'under'> & {
  readonly user: string;
  readonly channel: string;
  /** Of the thread that it was asked in, or that an answer for all to see begins. */
  readonly threadTs: string | null;
  readonly request: Request;
};

/** Hands to the reception what somebody asks. */
export async function answer({ user, channel, threadTs, ...asked }: Asked, deliver: Deliver, { people, reception, bot, identity }: SlackParts): Promise<void> {
  const language = wantsLanguage(asked.request, bot) ? await people.languageOf(user) : null;
  const thread = threadKey(identity.teamId, channel, threadTs ?? user);
  const place = placeOf(identity.teamId, { user, channel, threadTs });
  await reception.receive({ ...asked, platform: 'slack', person: people.person(user, language), thread, place, prefix: PREFIX }, deliver);
}

/** @param inside timestamp of a thread, or the person where there is none */
export function threadKey(team: string, channel: string, inside: string): string {
  return `slack:${team}:${channel}:${inside}`;
}

export function placeOf(team: string, { user, channel, threadTs }: Pick<Asked, 'user' | 'channel' | 'threadTs'>): Place {
  return { platform: 'slack', workspace: team, channel, thread: threadTs, person: user, direct: isDirect(channel) };
}

/** Posts whatever is answered; without a pressed button there is nothing to replace or to remove. */
export function deliverTo(target: Target, parts: SlackParts): Deliver {
  return async (outgoing) => {
    const say = readSay(outgoing);
    if (say === null) return;
    await postReply(renderSlack(await sendFiles(say.reply, target, parts)), say.audience, target, parts);
  };
}
