import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import { z } from 'zod';
import { selectOption } from './component-schema.ts';

const customId = z.string().min(1).max(100);
const textInput = z
  .looseObject({
    type: z.literal(ComponentType.TextInput),
    custom_id: customId,
    style: z.int().min(TextInputStyle.Short).max(TextInputStyle.Paragraph),
    label: z.string().max(45).optional(),
    min_length: z.int().min(0).max(4000).optional(),
    max_length: z.int().min(1).max(4000).optional(),
    required: z.boolean().optional(),
    value: z.string().max(4000).optional(),
    placeholder: z.string().max(100).optional(),
  })
  .refine(({ value = '', max_length = 4000 }) => value.length <= max_length, { path: ['value'], message: 'Must be as long as max_length or less.' });
const row = z.looseObject({
  type: z.literal(ComponentType.ActionRow),
  components: z.tuple([textInput.refine(({ label }) => label !== undefined, { path: ['label'], message: 'This field is required' })]),
});
const selectShared = {
  custom_id: customId,
  placeholder: z.string().max(150).optional(),
  min_values: z.int().min(0).max(25).optional(),
  max_values: z.int().min(1).max(25).optional(),
  required: z.boolean().optional(),
  disabled: z.undefined().optional(),
};
const stringSelect = z
  .looseObject({ ...selectShared, type: z.literal(ComponentType.StringSelect), options: z.array(selectOption).min(1).max(25) })
  .refine(({ options }) => new Set(options.map(({ value }) => value)).size === options.length, 'The specified option value is already used')
  .refine(({ options, max_values = 1 }) => options.filter((option) => option.default).length <= max_values, 'More defaults than max_values');
const channelSelect = z
  .looseObject({
    ...selectShared,
    type: z.literal(ComponentType.ChannelSelect),
    channel_types: z.array(z.int()).optional(),
    default_values: z.array(z.object({ id: z.string().regex(/^\d{15,21}$/), type: z.literal('channel') })).optional(),
  })
  .refine(({ default_values = [], max_values = 1 }) => default_values.length <= max_values, 'More defaults than max_values');
const field = z
  .discriminatedUnion('type', [textInput, stringSelect, channelSelect])
  .refine((one) => one.type === ComponentType.TextInput || one.required === false || one.min_values !== 0, 'What is required needs min_values above 0');
const label = z.looseObject({
  type: z.literal(ComponentType.Label),
  label: z.string().min(1).max(45),
  description: z.string().max(100).optional(),
  component: field,
});

/** A modal of text inputs, each in an action row or under a label, and of menus under labels. */
export const modalBody = z.looseObject({
  custom_id: customId,
  title: z.string().min(1).max(45),
  components: z
    .array(z.discriminatedUnion('type', [row, label]))
    .min(1)
    .max(5),
});
export type Modal = z.infer<typeof modalBody>;
export type Field = z.infer<typeof field>;

export function fieldsOf({ components }: Modal): readonly Field[] {
  return components.map((one) => (one.type === ComponentType.Label ? one.component : one.components[0]));
}
