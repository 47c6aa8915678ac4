import { z } from 'zod';
import { limits } from './limits.ts';

export const id = z.string().min(1).max(limits.id);

export function plainText(max: number) {
  return z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(max), emoji: z.boolean().optional() });
}

export function mrkdwnText(max: number) {
  return z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(max), verbatim: z.boolean().optional() });
}

export function anyText(max: number) {
  return z.discriminatedUnion('type', [plainText(max), mrkdwnText(max)]);
}

const confirm = z
  .strictObject({
    title: plainText(limits.confirm.title),
    text: anyText(limits.confirm.text),
    confirm: plainText(limits.confirm.button),
    deny: plainText(limits.confirm.button),
    style: z.enum(['primary', 'danger']).optional(),
  })
  .optional();

const accessibility_label = z.string().max(limits.accessibilityLabel).optional();
const action = { action_id: id.optional(), confirm, focus_on_load: z.boolean().optional() };

const option = z.strictObject({
  text: anyText(limits.optionText),
  value: z.string().max(limits.optionValue),
  description: anyText(limits.optionText).optional(),
  url: z.string().max(limits.url).optional(),
});

function options(max: number) {
  return z.array(option).min(1).max(max);
}

export const button = z.strictObject({
  type: z.literal('button'),
  ...action,
  text: plainText(limits.buttonText),
  value: z.string().max(limits.value).optional(),
  url: z.string().max(limits.url).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label,
});

const select = z.looseObject({
  type: z.enum(['static_select', 'multi_static_select']),
  ...action,
  placeholder: plainText(limits.placeholder).optional(),
  options: options(limits.selectOptions).optional(),
  initial_option: option.optional(),
  option_groups: z
    .array(z.strictObject({ label: plainText(limits.optionText), options: options(limits.selectOptions) }))
    .max(limits.selectOptions)
    .optional(),
});

const choice = z.looseObject({
  type: z.enum(['checkboxes', 'radio_buttons']),
  ...action,
  options: options(limits.choiceOptions),
  initial_option: option.optional(),
});
const overflow = z.strictObject({ type: z.literal('overflow'), ...action, options: options(limits.overflowOptions) });

const conversation = z.string().regex(/^[CDG][A-Z0-9]+$/, 'is no conversation');
const conversations = {
  ...action,
  placeholder: plainText(limits.placeholder).optional(),
  default_to_current_conversation: z.boolean().optional(),
  filter: z
    .strictObject({
      include: z
        .array(z.enum(['im', 'mpim', 'private', 'public']))
        .min(1)
        .optional(),
      exclude_external_shared_channels: z.boolean().optional(),
      exclude_bot_users: z.boolean().optional(),
    })
    .optional(),
};
const conversationSelect = z.strictObject({
  type: z.literal('conversations_select'),
  ...conversations,
  initial_conversation: conversation.optional(),
  response_url_enabled: z.boolean().optional(),
});
const conversationsSelect = z.strictObject({
  type: z.literal('multi_conversations_select'),
  ...conversations,
  initial_conversations: z.array(conversation).min(1).optional(),
  max_selected_items: z.number().int().min(1).optional(),
});
const textInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    ...action,
    placeholder: plainText(limits.placeholder).optional(),
    multiline: z.boolean().optional(),
    initial_value: z.string().min(1).max(limits.inputText).optional(),
    min_length: z.number().int().min(0).max(limits.inputText).optional(),
    max_length: z.number().int().min(1).max(limits.inputText).optional(),
    dispatch_action_config: z.looseObject({}).optional(),
  })
  .refine(({ initial_value = '', max_length = limits.inputText }) => initial_value.length <= max_length, 'initial_value is longer than max_length');

const remoteSelects = ['users', 'channels', 'external'].flatMap((kind) => [`${kind}_select`, `multi_${kind}_select`]);
const remote = z.looseObject({ type: z.enum(remoteSelects), ...action, placeholder: plainText(limits.placeholder).optional() });
const picker = z.looseObject({ type: z.enum(['datepicker', 'datetimepicker', 'timepicker', 'workflow_button']), ...action });
const entry = z.looseObject({
  type: z.enum(['rich_text_input', 'email_text_input', 'url_text_input', 'number_input', 'file_input']),
  ...action,
  placeholder: plainText(limits.placeholder).optional(),
});

export const image = z.strictObject({
  type: z.literal('image'),
  alt_text: z.string().min(1).max(limits.altText),
  image_url: z.string().max(limits.url).optional(),
  slack_file: z.looseObject({}).optional(),
});

const feedback = z.strictObject({ text: plainText(limits.buttonText), value: z.string().max(limits.value), accessibility_label });

export const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  action_id: id.optional(),
  positive_button: feedback,
  negative_button: feedback,
});

export const iconButton = z.strictObject({
  type: z.literal('icon_button'),
  ...action,
  icon: z.enum(['trash']),
  text: plainText(limits.buttonText),
  value: z.string().max(limits.value).optional(),
  accessibility_label,
  visible_to_user_ids: z.array(z.string()).optional(),
});

export const actionsElement = z.discriminatedUnion('type', [
  button,
  select,
  choice,
  overflow,
  remote,
  picker,
  entry,
  conversationSelect,
  conversationsSelect,
  textInput,
]);
export const accessory = z.discriminatedUnion('type', [button, select, choice, overflow, remote, picker, image, conversationSelect, conversationsSelect]);
export const inputElement = z.discriminatedUnion('type', [select, choice, remote, picker, entry, conversationSelect, conversationsSelect, textInput]);
