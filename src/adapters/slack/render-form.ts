import type { types } from '@slack/bolt';
import type { Choice, Field, Form } from '../../reply/form.ts';
import { cleanLine, cleanText, cutText } from './clean-text.ts';
import type { Press } from './press.ts';
import { writeCarried } from './read-submission.ts';
import { plainText } from './rich-text.ts';
import { SLACK_LIMITS } from './slack-limits.ts';

/** Which of Slack's forms are ours. */
export const FORM = 'form';

type Element = types.PlainTextInput | types.RadioButtons | types.StaticSelect | types.ConversationsSelect | types.MultiConversationsSelect;
type FieldOf<Kind extends Field['kind']> = Extract<Field, { kind: Kind }>;

/** A form over the conversation; it carries what is needed to answer when it is sent. */
export function renderForm({ title, submit, action, fields }: Form, press: Press): types.ModalView {
  return {
    type: 'modal',
    callback_id: FORM,
    title: plainText(cutText(cleanLine(title), SLACK_LIMITS.formTitle)),
    submit: plainText(cutText(cleanLine(submit), SLACK_LIMITS.formTitle)),
    private_metadata: writeCarried(action, press),
    blocks: fields.map(renderField),
  };
}

function renderField(field: Field): types.InputBlock {
  const { id, label, help, required } = field;
  const hint = help === null || cleanLine(help) === '' ? {} : { hint: plainText(cutText(cleanLine(help), SLACK_LIMITS.formLabel)) };
  const named = plainText(cutText(cleanLine(label), SLACK_LIMITS.formLabel));
  return { type: 'input', block_id: id, label: named, optional: !required, element: renderElement(field), ...hint };
}

function renderElement(field: Field): Element {
  switch (field.kind) {
    case 'text':
      return renderInput(field);
    case 'choice':
      return renderChoice(field);
    case 'channels':
      return renderChannels(field);
  }
}

function renderInput({ id, long, value, maxLength }: FieldOf<'text'>): types.PlainTextInput {
  const max_length = Math.min(maxLength, SLACK_LIMITS.formText);
  const initial = cutText(cleanText(value), max_length);
  return { type: 'plain_text_input', action_id: id, multiline: long, max_length, ...(initial === '' ? {} : { initial_value: initial }) };
}

/** Side by side where they are few and one has to be chosen: there is no way to choose none of them again. */
function renderChoice({ id, choices, value, required }: FieldOf<'choice'>): types.RadioButtons | types.StaticSelect {
  const options = choices.map(toOption);
  const initial = options.filter((option) => option.value === value).slice(0, 1);
  const chosen = initial.map((initial_option) => ({ initial_option }));
  const type = required && choices.length <= SLACK_LIMITS.radioButtons ? 'radio_buttons' : 'static_select';
  return { type, action_id: id, options, ...chosen[0] };
}

function toOption({ value, label }: Choice): types.PlainTextOption {
  return { value, text: plainText(cutText(cleanLine(label), SLACK_LIMITS.buttonText)) };
}

function renderChannels({ id, most, values }: FieldOf<'channels'>): types.ConversationsSelect | types.MultiConversationsSelect {
  const filter: types.ConversationsSelect['filter'] = { include: ['public', 'private'], exclude_bot_users: true };
  const [first] = values;
  if (most === 1) return { type: 'conversations_select', action_id: id, filter, ...(first === undefined ? {} : { initial_conversation: first }) };
  const initial = values.length === 0 ? {} : { initial_conversations: values.slice(0, most) };
  return { type: 'multi_conversations_select', action_id: id, filter, max_selected_items: most, ...initial };
}
