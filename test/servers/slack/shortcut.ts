import type { Gate } from './gate.ts';
import { answersTo, channelField, giveHandles, interaction } from './interaction.ts';
import type { Message } from './message.ts';
import { type Act, type Outcome, perform } from './perform.ts';
import { toApiMessage } from './to-api-message.ts';

export type Shortcut = Act & {
  readonly user: string;
  readonly callbackId: string;
  /** Without it a global shortcut, which has neither channel nor response_url. */
  readonly message?: Message;
};

export async function shortcut(gate: Gate, { user, callbackId, message, ...rest }: Shortcut): Promise<Outcome> {
  const channel = message?.channel ?? (await gate.directChannel(user));
  const { response, trigger, fields } = giveHandles(gate, user, channel, message);
  const common = { callback_id: callbackId, action_ts: String(Date.now() / 1000), trigger_id: fields.trigger_id };
  const payload =
    message === undefined
      ? { ...interaction('shortcut', user), ...common }
      : {
          ...interaction('message_action', user),
          ...common,
          channel: channelField(channel),
          message_ts: message.ts,
          message: toApiMessage(message),
          response_url: fields.response_url,
        };
  return perform(
    gate,
    {
      envelopes: [{ type: 'interactive', payload }],
      isAbout: answersTo(user, channel, [response.id, trigger.id]),
    },
    rest,
  );
}
