import { ApplicationCommandOptionType, ApplicationCommandType, Locale } from 'discord-api-types/v10';
import { z } from 'zod';

/** https://docs.discord.com/developers/interactions/application-commands */
const LIMITS = { options: 25, choices: 25, characters: 8000, chatInput: 100, contextMenu: 15 } as const;
const CHAT_INPUT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const chatInputName = z
  .string()
  .regex(CHAT_INPUT_NAME)
  .refine((name) => name === name.toLowerCase(), 'Names of chat input commands and options are in lower case');
const localised = <Value extends z.ZodType>(value: Value) => z.partialRecord(z.enum(Locale), value.nullable()).nullish();
const choiceName = z.string().min(1).max(100);
const description = z.string().min(1).max(100);

const choice = z.looseObject({
  name: choiceName,
  name_localizations: localised(choiceName),
  value: z.union([z.string().max(100), z.number()]),
});

const optionShared = {
  name: chatInputName,
  name_localizations: localised(chatInputName),
  description,
  description_localizations: localised(description),
};
const valueOption = z
  .looseObject({
    ...optionShared,
    type: z.int().min(ApplicationCommandOptionType.String).max(ApplicationCommandOptionType.Attachment),
    required: z.boolean().optional(),
    choices: z.array(choice).max(LIMITS.choices).optional(),
    autocomplete: z.boolean().optional(),
    min_length: z.int().min(0).max(6000).optional(),
    max_length: z.int().min(1).max(6000).optional(),
    min_value: z.number().optional(),
    max_value: z.number().optional(),
  })
  .refine(({ choices = [], autocomplete }) => !(autocomplete && choices.length > 0), 'Autocomplete and choices exclude each other');

const optionsOf = <Option extends z.ZodType<{ name: string; required?: boolean | undefined }>>(option: Option) =>
  z
    .array(option)
    .max(LIMITS.options)
    .refine((options) => new Set(options.map(({ name }) => name)).size === options.length, 'Option names must be unique')
    .refine(
      (options) => !options.some(({ required }, place) => required && place > 0 && !options[place - 1]?.required),
      'Required options must be placed before non-required options',
    );

const subcommand = z.looseObject({
  ...optionShared,
  type: z.literal(ApplicationCommandOptionType.Subcommand),
  required: z.undefined().optional(),
  options: optionsOf(valueOption).optional(),
});
const subcommandGroup = z.looseObject({
  ...optionShared,
  type: z.literal(ApplicationCommandOptionType.SubcommandGroup),
  required: z.undefined().optional(),
  options: optionsOf(subcommand).optional(),
});

const shared = {
  default_member_permissions: z.string().regex(/^\d+$/).nullish(),
  contexts: z.array(z.int().min(0).max(2)).nullish(),
  integration_types: z.array(z.int().min(0).max(1)).min(1).nullish(),
  dm_permission: z.boolean().nullish(),
  nsfw: z.boolean().optional(),
};
const chatInput = z.looseObject({
  ...optionShared,
  ...shared,
  type: z.literal(ApplicationCommandType.ChatInput).default(ApplicationCommandType.ChatInput),
  options: z.union([optionsOf(valueOption), optionsOf(z.union([subcommand, subcommandGroup]))]).optional(),
});
const contextMenu = z.looseObject({
  ...shared,
  type: z.literal([ApplicationCommandType.User, ApplicationCommandType.Message]),
  name: z.string().min(1).max(32),
  name_localizations: localised(z.string().min(1).max(32)),
  description: z.literal('').optional(),
  options: z.array(z.never()).optional(),
});

export type CommandOption = {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly required?: boolean | undefined;
  readonly autocomplete?: boolean | undefined;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[] | undefined;
  readonly min_length?: number | undefined;
  readonly max_length?: number | undefined;
  readonly min_value?: number | undefined;
  readonly max_value?: number | undefined;
  readonly options?: readonly CommandOption[] | undefined;
};

export const commandBody = z
  .union([contextMenu, chatInput])
  .refine(
    (command) => characters(command) <= LIMITS.characters,
    `At most ${LIMITS.characters} characters in all of a command's names, descriptions and values`,
  );
export type CommandBody = z.infer<typeof commandBody>;

export const commandList = z
  .array(commandBody)
  .refine((commands) => new Set(commands.map(commandKey)).size === commands.length, 'Application command names must be unique')
  .refine((commands) => commands.filter(isChatInput).length <= LIMITS.chatInput, 'Maximum number of application commands reached')
  .refine(
    (commands) =>
      [ApplicationCommandType.User, ApplicationCommandType.Message].every((kind) => commands.filter(({ type }) => type === kind).length <= LIMITS.contextMenu),
    'Maximum number of context menu commands reached',
  );

/** A command of the same type and name replaces the one before it. */
export function commandKey({ type, name }: { readonly type: number; readonly name: string }): string {
  return `${type} ${name}`;
}

function isChatInput({ type }: CommandBody): boolean {
  return type === ApplicationCommandType.ChatInput;
}

type Counted = Pick<CommandOption, 'name' | 'choices' | 'options'> & { readonly description?: string | undefined };

function characters({ name, description = '', choices = [], options = [] }: Counted): number {
  const ofChoices = choices.reduce((sum, choice) => sum + choice.name.length + String(choice.value).length, 0);
  return name.length + description.length + ofChoices + options.reduce((sum, option) => sum + characters(option), 0);
}
