import type { Incoming, Request } from '../../bot/incoming.ts';
import type { Deliver } from '../../bot/reception.ts';
import type { Place } from './place.ts';
import { postReply } from './post-reply.ts';
import { wantsLanguage } from './read-request.ts';
import { renderSlack } from './render-slack.ts';
import { PREFIX, type SlackParts } from './slack-parts.ts';

/** Who asks for what, and where; the rest of an `Incoming` is the same for all of Slack. */
export type Asked = Pick<Incoming, 'delivery' | 'audience'> & {
  readonly user: string;
  readonly channel: string;
  /** Of the thread that it was asked in. */
  readonly threadTs: string | null;
  readonly request: Request;
};

/** Hands to the reception what somebody asks. */
export async function answer({ user, channel, threadTs, ...asked }: Asked, deliver: Deliver, { people, reception, bot, identity }: SlackParts): Promise<void> {
  const language = wantsLanguage(asked.request, bot) ? await people.languageOf(user) : null;
  const thread = threadKey(identity.teamId, channel, threadTs ?? user);
  await reception.receive({ ...asked, platform: 'slack', person: people.person(user, language), thread, prefix: PREFIX }, deliver);
}

/** @param inside timestamp of a thread, or the person where there is none */
export function threadKey(team: string, channel: string, inside: string): string {
  return `slack:${team}:${channel}:${inside}`;
}

/** Posts whatever is answered; without a pressed button there is nothing to replace or to remove. */
export function deliverTo(place: Place, parts: SlackParts): Deliver {
  return async (outgoing) => {
    if (outgoing.kind === 'remove') return;
    const audience = outgoing.kind === 'say' ? outgoing.audience : 'private';
    await postReply(renderSlack(outgoing.reply), audience, place, parts);
  };
}
