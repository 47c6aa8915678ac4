import type { Gate } from './gate.ts';
import { answersTo, channelField, giveHandles, interaction } from './interaction.ts';
import { type Fields, isFields, listField, textField, toFields } from './json.ts';
import type { Message } from './message.ts';
import { type Act, type Outcome, perform } from './perform.ts';
import { toApiMessage } from './to-api-message.ts';
import { toApiView } from './view-methods.ts';

export type Press = Act & {
  readonly user: string;
  /** Where the button is; without it on the person's App Home. */
  readonly message?: Message;
  readonly actionId?: string;
  /** What the button says, or the option of a menu; one of two feedback buttons. */
  readonly text?: string;
};

type Found = { readonly block: Fields; readonly element: Fields; readonly action: Fields };

export async function pressButton(gate: Gate, press: Press): Promise<Outcome> {
  const { user, message } = press;
  const home = gate.book.homes.get(user);
  const found = findButton(message?.blocks ?? listField(home?.content ?? {}, 'blocks'), press);
  if (found === undefined) throw new Error(`there is no button ${press.actionId ?? press.text} to press`);
  const channel = message?.channel ?? (await gate.directChannel(user));
  const { response, trigger, fields } = giveHandles(gate, user, channel, message);
  const action = { ...found.action, action_id: found.element['action_id'], block_id: found.block['block_id'], action_ts: String(Date.now() / 1000) };
  const place = message === undefined ? homeFields(home === undefined ? {} : toApiView(home)) : messageFields(message);
  const { response_url, trigger_id } = fields;
  const payload = { ...interaction('block_actions', user), ...place, trigger_id, actions: [action], ...(message === undefined ? {} : { response_url }) };
  const isAbout = answersTo(user, channel, [response.id, trigger.id]);
  return perform(gate, { envelopes: [{ type: 'interactive', payload }], isAbout }, press);
}

/** Slack leaves the message out where it was for one person only. */
function messageFields(message: Message): Fields {
  const only = message.visibleTo !== undefined;
  const thread = message.threadTs === undefined ? {} : { thread_ts: message.threadTs };
  return {
    channel: channelField(message.channel),
    container: { type: 'message', message_ts: message.ts, channel_id: message.channel, is_ephemeral: only, ...thread },
    state: { values: {} },
    ...(only ? {} : { message: toApiMessage(message) }),
  };
}

function homeFields(view: Fields): Fields {
  return { view, container: { type: 'view', view_id: view['id'] } };
}

function findButton(blocks: readonly Fields[], press: Press): Found | undefined {
  const all = blocks.flatMap((block) => elementsOf(block).flatMap((element) => choicesOf(element).map((action) => ({ block, element, action }))));
  return all.find(({ element, action }) => {
    const named = press.actionId === undefined || element['action_id'] === press.actionId;
    return named && (press.text === undefined || captions(action).includes(press.text));
  });
}

function elementsOf(block: Fields): readonly Fields[] {
  return [...listField(block, 'elements'), ...[block['accessory']].filter(isFields), ...listField(block, 'actions')].filter(
    (element) => 'action_id' in element,
  );
}

/** The actions that an element can send: one for a button, one for each option of a menu, two for feedback buttons. */
function choicesOf(element: Fields): readonly Fields[] {
  const type = textField(element, 'type');
  const options = listField(element, 'options');
  if (options.length > 0) return options.map((selected_option) => ({ type, selected_option }));
  const ways = [element['positive_button'], element['negative_button']].filter(isFields);
  return (ways.length > 0 ? ways : [element]).map(({ text, value }) => ({ type, text, ...(value === undefined ? {} : { value }) }));
}

function captions(action: Fields): readonly unknown[] {
  const shown = 'selected_option' in action ? toFields(action['selected_option']) : action;
  return [toFields(shown['text'])['text'], shown['value']];
}
