import { eventEnvelope, isSubscribed } from './event-envelope.ts';
import type { Gate } from './gate.ts';
import type { Message } from './message.ts';
import { toApiMessage } from './to-api-message.ts';
import { workspaceOf } from './workspace.ts';

/** Slack tells a bot of its own messages too, wherever it is subscribed to messages: the loop that bots must not fall into. */
export function tellOwnMessage(gate: Gate, message: Message, previous: Message | undefined): void {
  if (message.visibleTo !== undefined || !isSubscribed(gate.settings, message.channel)) return;
  const channel_type = message.channel.startsWith('D') ? 'im' : 'channel';
  const own = toApiMessage(message);
  const event =
    previous === undefined
      ? { ...own, channel: message.channel, event_ts: message.ts, channel_type }
      : {
          type: 'message',
          subtype: 'message_changed',
          message: own,
          previous_message: toApiMessage(previous),
          channel: message.channel,
          ts: message.ts,
          channel_type,
        };
  void gate.deliver(eventEnvelope(event, workspaceOf(message.user))).catch(() => {});
}
