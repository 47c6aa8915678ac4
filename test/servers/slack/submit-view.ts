import type { Gate } from './gate.ts';
import { interaction } from './interaction.ts';
import { listField, textField, toFields } from './json.ts';
import { type Act, type Outcome, perform } from './perform.ts';
import { toApiView } from './view-methods.ts';

export type Submission = Act & {
  readonly user: string;
  /** What was entered, by action_id. */
  readonly values: { readonly [actionId: string]: string };
};

/** Somebody sends the modal that is open in front of them. `ack.payload` has the bot's response_action, if any. */
export async function submitView(gate: Gate, { user, values, ...rest }: Submission): Promise<Outcome> {
  const modal = [...gate.book.modals.values()].findLast((view) => view.user === user);
  if (modal === undefined) throw new Error(`no modal is open in front of ${user}`);
  const trigger = gate.handles.giveTrigger(user);
  const inputs = listField(modal.content, 'blocks').filter((block) => block['type'] === 'input');
  const entered = inputs.map((block) => {
    const element = toFields(block['element']);
    const actionId = textField(element, 'action_id') ?? '';
    return [block['block_id'], { [actionId]: { type: element['type'], value: values[actionId] ?? null } }];
  });
  const view = { ...toApiView(modal), state: { values: Object.fromEntries(entered) } };
  const payload = { ...interaction('view_submission', user), trigger_id: trigger.id, view, response_urls: [] };
  return perform(
    gate,
    {
      envelopes: [{ type: 'interactive', payload }],
      isAbout: (act) => act.user === user || act.handle === trigger.id,
      onAck: async ({ payload: answer }) => {
        if (toFields(answer)['response_action'] === undefined) gate.book.modals.delete(modal.id);
      },
    },
    { expect: 0, ...rest },
  );
}
