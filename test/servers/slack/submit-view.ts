import type { Gate } from './gate.ts';
import { interaction } from './interaction.ts';
import { type Fields, listField, textField, toFields } from './json.ts';
import { type Act, type Outcome, perform } from './perform.ts';
import { toApiView } from './view-methods.ts';

type Values = { readonly [actionId: string]: string | readonly string[] };

export type Submission = Act & {
  readonly user: string;
  /** What was entered, by action_id: a text, the value of an option, or ids of channels. What is left out stays as it is shown. */
  readonly values: Values;
};

/** Somebody sends the modal that is open in front of them. `ack.payload` has the bot's response_action, if any. */
export async function submitView(gate: Gate, { user, values, ...rest }: Submission): Promise<Outcome> {
  const modal = [...gate.book.modals.values()].findLast((view) => view.user === user);
  if (modal === undefined) throw new Error(`no modal is open in front of ${user}`);
  const trigger = gate.handles.giveTrigger(user);
  const inputs = listField(modal.content, 'blocks').filter((block) => block['type'] === 'input');
  const view = { ...toApiView(modal), state: { values: Object.fromEntries(inputs.map((block) => enter(block, values))) } };
  const payload = { ...interaction('view_submission', user), trigger_id: trigger.id, view, response_urls: [] };
  return perform(
    gate,
    {
      envelopes: [{ type: 'interactive', payload }],
      isAbout: (act) => act.kind !== 'home' && (act.user === undefined || act.user === user || act.handle === trigger.id),
      onAck: async ({ payload: answer }) => {
        if (toFields(answer)['response_action'] === undefined) gate.book.modals.delete(modal.id);
      },
    },
    { expect: 0, ...rest },
  );
}

/** The state of one field; Slack does not send a form in which a required one is empty. */
function enter(block: Fields, values: Values): readonly [unknown, Fields] {
  const element = toFields(block['element']);
  const actionId = textField(element, 'action_id') ?? '';
  const state = stateOf(element, values[actionId]);
  const empty = Object.values(state).every((value) => value === null || value === '' || (Array.isArray(value) && value.length === 0));
  if (empty && block['optional'] !== true) throw new Error(`the field ${actionId} is required`);
  return [block['block_id'], { [actionId]: { type: element['type'], ...state } }];
}

function stateOf(element: Fields, given: string | readonly string[] | undefined): Fields {
  const one = Array.isArray(given) ? given[0] : given;
  switch (element['type']) {
    case 'static_select':
    case 'radio_buttons':
      return { selected_option: one === undefined ? (element['initial_option'] ?? null) : optionOf(element, String(one)) };
    case 'conversations_select':
      return { selected_conversation: one ?? element['initial_conversation'] ?? null };
    case 'multi_conversations_select':
      return { selected_conversations: given ?? element['initial_conversations'] ?? [] };
    default:
      return { value: one ?? element['initial_value'] ?? null };
  }
}

function optionOf(element: Fields, value: string): Fields {
  const option = listField(element, 'options').find((one) => one['value'] === value);
  if (option === undefined) throw new Error(`there is no option ${value} to choose`);
  return option;
}
