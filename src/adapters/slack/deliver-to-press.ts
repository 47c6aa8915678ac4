import { readAction } from '../../bot/action.ts';
import type { Deliver } from '../../bot/reception.ts';
import type { Asked } from './answer.ts';
import { isDirect } from './is-direct.ts';
import { postReply } from './post-reply.ts';
import { postResponse, tryResponse } from './post-response.ts';
import type { Press } from './press.ts';
import { renderForm } from './render-form.ts';
import { renderSlack, type SlackMessage } from './render-slack.ts';
import { sendFiles } from './send-files.ts';
import type { SlackParts } from './slack-parts.ts';
import type { Target } from './target.ts';
import { toResponse } from './to-response.ts';

/** Where it was pressed, and who is to see the answer. */
export function askedBy(press: Press): Pick<Asked, 'user' | 'channel' | 'threadTs' | 'audience' | 'under'> {
  const { user } = press;
  const channel = press.channel ?? user;
  const threadTs = isDirect(channel) || press.isEphemeral ? press.threadTs : (press.threadTs ?? press.ts);
  return { user, channel, threadTs, audience: press.isEphemeral ? 'private' : 'public', under: null };
}

/** Answers a press, or the form that it opened. */
export function deliverToPress(press: Press, parts: SlackParts): Deliver {
  const { user, channel, threadTs } = askedBy(press);
  // A thread that begins with the pressed message is not there yet.
  const target = { channel, user, threadTs, threadExists: press.threadTs !== null, responseUrl: press.responseUrl, fromEphemeral: press.isEphemeral };
  return async (outgoing) => {
    switch (outgoing.kind) {
      case 'remove':
        return removeMessage(press, channel, parts);
      case 'form':
        await parts.client.views.open({ trigger_id: press.trigger, view: renderForm(outgoing.form, press) });
        return;
      case 'replace': {
        const messages = renderSlack(await sendFiles(outgoing.reply, target, parts));
        return replaceMessage(messages, press, target, parts);
      }
      case 'say': {
        const messages = renderSlack(await sendFiles(outgoing.reply, target, parts), questionOf(press.action));
        return postReply(messages, outgoing.audience, target, parts);
      }
    }
  };
}

async function removeMessage({ ts, responseUrl }: Press, channel: string, { longReplies, client }: SlackParts): Promise<void> {
  for (const earlier of longReplies.get(ts ?? '') ?? []) await client.chat.delete({ channel, ts: earlier });
  if (responseUrl !== null) await postResponse(responseUrl, { delete_original: true });
}

async function replaceMessage([first, ...rest]: readonly SlackMessage[], press: Press, target: Target, parts: SlackParts): Promise<void> {
  if (first === undefined) return;
  const { responseUrl, isEphemeral } = press;
  const response = toResponse(first, isEphemeral ? 'private' : 'public', { replace: true });
  // A form may have been open for longer than a response_url serves.
  const replaced = (responseUrl !== null && (await tryResponse(responseUrl, response))) || (await updateInstead(first, press, target, parts));
  await postReply(replaced ? rest : [first, ...rest], 'private', target, parts);
}

/** @returns false where the message is for one person only, which cannot be changed this way */
async function updateInstead({ text, blocks }: SlackMessage, { ts, isEphemeral }: Press, { channel }: Target, { client }: SlackParts): Promise<boolean> {
  if (ts === null || isEphemeral) return false;
  await client.chat.update({ channel, ts, text, blocks, link_names: false });
  return true;
}

/** A press leaves no trace of what was asked by it. */
function questionOf(action: string): string | null {
  const asked = readAction(action);
  return asked?.kind === 'ask' ? asked.question : null;
}
