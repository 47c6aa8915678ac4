import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import { z } from 'zod';

const customId = z.string().min(1).max(100);
const textInput = z.looseObject({
  type: z.literal(ComponentType.TextInput),
  custom_id: customId,
  style: z.int().min(TextInputStyle.Short).max(TextInputStyle.Paragraph),
  label: z.string().max(45).optional(),
  min_length: z.int().min(0).max(4000).optional(),
  max_length: z.int().min(1).max(4000).optional(),
  required: z.boolean().optional(),
  value: z.string().max(4000).optional(),
  placeholder: z.string().max(100).optional(),
});
const row = z.looseObject({ type: z.literal(ComponentType.ActionRow), components: z.tuple([textInput.required({ label: true })]) });
const label = z.looseObject({
  type: z.literal(ComponentType.Label),
  label: z.string().min(1).max(45),
  description: z.string().max(100).optional(),
  component: textInput,
});

/** A modal of text inputs, each in an action row or under a label. */
export const modalBody = z.looseObject({
  custom_id: customId,
  title: z.string().min(1).max(45),
  components: z
    .array(z.discriminatedUnion('type', [row, label]))
    .min(1)
    .max(5),
});
export type Modal = z.infer<typeof modalBody>;
export type TextInput = z.infer<typeof textInput>;

export function textInputs({ components }: Modal): readonly TextInput[] {
  return components.map((one) => (one.type === ComponentType.Label ? one.component : one.components[0]));
}
