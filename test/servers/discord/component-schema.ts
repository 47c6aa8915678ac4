import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';

/** https://docs.discord.com/developers/components/reference */
const LIMITS = { rows: 5, buttonsInRow: 5, label: 80, customId: 100, url: 512, components: 40, text: 4000 } as const;

const numbered = { id: z.int().optional() };
const customId = z.string().min(1).max(LIMITS.customId);
const emoji = z.looseObject({ id: z.string().nullish(), name: z.string().nullish() }).optional();
const media = z.looseObject({ url: z.string().min(1) });
const description = z.string().max(1024).nullish();

const button = z
  .looseObject({
    ...numbered,
    type: z.literal(ComponentType.Button),
    style: z.int().min(ButtonStyle.Primary).max(ButtonStyle.Premium),
    label: z.string().max(LIMITS.label).optional(),
    emoji,
    custom_id: customId.optional(),
    url: z
      .string()
      .max(LIMITS.url)
      .regex(/^(?:https?|discord):\/\/./)
      .optional(),
    disabled: z.boolean().optional(),
  })
  .superRefine(({ style, label, emoji, custom_id, url }, context) => {
    if (style === ButtonStyle.Premium) return;
    const isLink = style === ButtonStyle.Link;
    if (!label && !emoji) context.addIssue({ code: 'custom', path: ['label'], message: 'A button needs a label or an emoji' });
    if (isLink !== (url !== undefined)) context.addIssue({ code: 'custom', path: ['url'], message: 'A url belongs to a link button, and only to one' });
    if (isLink === (custom_id !== undefined)) context.addIssue({ code: 'custom', path: ['custom_id'], message: 'A custom id and a url exclude each other' });
  });

const selectShared = {
  ...numbered,
  custom_id: customId,
  placeholder: z.string().max(150).optional(),
  min_values: z.int().min(0).max(25).optional(),
  max_values: z.int().min(1).max(25).optional(),
  disabled: z.boolean().optional(),
};
export const selectOption = z.looseObject({
  label: z.string().min(1).max(100),
  value: z.string().min(1).max(100),
  description: z.string().max(100).nullish(),
  emoji,
  default: z.boolean().optional(),
});
const stringSelect = z.looseObject({ ...selectShared, type: z.literal(ComponentType.StringSelect), options: z.array(selectOption).min(1).max(25) });
const entitySelect = z.looseObject({
  ...selectShared,
  type: z.literal([ComponentType.UserSelect, ComponentType.RoleSelect, ComponentType.MentionableSelect, ComponentType.ChannelSelect]),
});

const actionRow = z.looseObject({
  ...numbered,
  type: z.literal(ComponentType.ActionRow),
  components: z
    .array(z.discriminatedUnion('type', [button, stringSelect, entitySelect]))
    .min(1)
    .max(LIMITS.buttonsInRow)
    .refine((held) => held.length === 1 || held.every(({ type }) => type === ComponentType.Button), 'A select menu fills its row'),
});

const textDisplay = z.looseObject({ ...numbered, type: z.literal(ComponentType.TextDisplay), content: z.string().min(1).max(LIMITS.text) });
const thumbnail = z.looseObject({ ...numbered, type: z.literal(ComponentType.Thumbnail), media, description });
const section = z.looseObject({
  ...numbered,
  type: z.literal(ComponentType.Section),
  components: z.array(textDisplay).min(1).max(3),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
});
const gallery = z.looseObject({
  ...numbered,
  type: z.literal(ComponentType.MediaGallery),
  items: z.array(z.looseObject({ media, description })).min(1).max(10),
});
const file = z.looseObject({ ...numbered, type: z.literal(ComponentType.File), file: media });
const separator = z.looseObject({ ...numbered, type: z.literal(ComponentType.Separator), spacing: z.int().min(1).max(2).optional() });
const insideContainer = [actionRow, textDisplay, section, gallery, file, separator] as const;
const container = z.looseObject({
  ...numbered,
  type: z.literal(ComponentType.Container),
  components: z.array(z.discriminatedUnion('type', insideContainer)).min(1),
});

/** Any component, as far as code that only looks at it needs to know. */
export type Component = {
  readonly type: number;
  readonly custom_id?: string | undefined;
  readonly label?: string | undefined;
  readonly emoji?: { readonly name?: string | null | undefined } | undefined;
  readonly style?: number | undefined;
  readonly url?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly content?: string | undefined;
  readonly options?: readonly { readonly label: string; readonly value: string }[] | undefined;
  readonly components?: readonly Component[] | undefined;
  readonly accessory?: Component | undefined;
};

/** The components themselves and all that they hold, in reading order. */
export function allComponents(components: readonly Component[]): readonly Component[] {
  return components.flatMap((one) => [one, ...allComponents(one.components ?? []), ...(one.accessory ? [one.accessory] : [])]);
}

const uniqueIds = (components: readonly Component[]) => {
  const ids = allComponents(components).flatMap(({ custom_id }) => custom_id ?? []);
  return new Set(ids).size === ids.length;
};
const textLength = (components: readonly Component[]) =>
  allComponents(components).reduce((sum, { type, content }) => sum + (type === ComponentType.TextDisplay ? (content?.length ?? 0) : 0), 0);

export const classicComponents = z.array(actionRow).max(LIMITS.rows).refine(uniqueIds, 'Component custom id cannot be duplicated');

/** What a message with the flag IsComponentsV2 may hold. */
export const componentsV2 = z
  .array(z.discriminatedUnion('type', [...insideContainer, container]))
  .refine((components) => allComponents(components).length <= LIMITS.components, `At most ${LIMITS.components} components, nested ones included`)
  .refine((components) => textLength(components) <= LIMITS.text, `At most ${LIMITS.text} characters of text in all`)
  .refine(uniqueIds, 'Component custom id cannot be duplicated');

/** For components that were found right before. */
export function toComponents(checked: unknown): readonly Component[] {
  return componentList.parse(checked ?? []);
}

const componentList: z.ZodType<readonly Component[]> = z.lazy(() => z.array(anyComponent));
const anyComponent = z.looseObject({
  type: z.int(),
  custom_id: z.string().optional(),
  label: z.string().optional(),
  emoji,
  style: z.int().optional(),
  url: z.string().optional(),
  disabled: z.boolean().optional(),
  content: z.string().optional(),
  options: z.array(z.looseObject({ label: z.string(), value: z.string() })).optional(),
  components: componentList.optional(),
  accessory: z.lazy((): z.ZodType<Component> => anyComponent).optional(),
});
