import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { answer, deliverTo } from './answer.ts';
import { readText } from './read-text.ts';
import type { SlackParts } from './slack-parts.ts';

export const ASK_ABOUT_THIS = 'ask_about_this';

/** Takes a message for a question, and answers whoever chose it privately. */
export function onShortcut(parts: SlackParts) {
  return async ({ shortcut, ack }: SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const { message, trigger_id, response_url: responseUrl } = shortcut;
    const [user, channel] = [shortcut.user.id, shortcut.channel.id];
    const threadTs = typeof message['thread_ts'] === 'string' ? message['thread_ts'] : null;
    const target = { channel, user, threadTs, threadExists: true, responseUrl, fromEphemeral: false };
    const request = { kind: 'question', text: readText(message.text ?? '') } as const;
    const asked = { delivery: `slack:trigger:${trigger_id}`, user, channel, threadTs, under: null, audience: 'private', request } as const;
    await answer(asked, deliverTo(target, parts), parts);
  };
}
