import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOptionChoice,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { type Command, type CommandOption, type OptionChoice, PUBLIC_OPTION } from '../../bot/command.ts';
import type { Localised } from '../../text/language.ts';
import { PREFIX } from './adapter-parts.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import { namesOf } from './repeated-option.ts';

const LAYOFFS = {
  en: 'Questions on AI-driven layoffs, answered from news documents, with quotes',
  fr: 'L’IA et les licenciements : des réponses tirées d’articles, citations à l’appui',
} as const;

/** In the menu of a message. */
const ASK_ABOUT_THIS = { en: 'Ask about this', fr: 'Interroger là-dessus' } as const;

/** In servers that added the application, and in direct messages with the bot. */
const PLACES = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

/** What Discord is told of the commands: one of ours is a subcommand there. */
export function describeCommands(commands: readonly Command[]): RESTPostAPIApplicationCommandsJSONBody[] {
  return [
    { type: ApplicationCommandType.ChatInput, name: PREFIX.slice(1).trim(), ...described(LAYOFFS), ...PLACES, options: commands.map(describeCommand) },
    { type: ApplicationCommandType.Message, name: ASK_ABOUT_THIS.en, name_localizations: { fr: ASK_ABOUT_THIS.fr }, ...PLACES },
  ];
}

function describeCommand({ name, description, options, admin, alone }: Command): APIApplicationCommandSubcommandOption {
  const all = admin || alone ? options : [...options, PUBLIC_OPTION];
  const offered = all.flatMap(describeOption).toSorted((a, b) => Number(b.required) - Number(a.required));
  return { type: ApplicationCommandOptionType.Subcommand, name, ...described(description), options: offered };
}

/** Of an option that may be given several times, as many are needed as it says. */
function describeOption(option: CommandOption): APIApplicationCommandBasicOption[] {
  return namesOf(option).map((name, at) => describeOne(option, name, option.required && at < (option.least ?? 1)));
}

function describeOne({ kind, description, choices = [] }: CommandOption, name: string, required: boolean): APIApplicationCommandBasicOption {
  const shared = { name, ...described(description), required };
  switch (kind) {
    case 'text':
      return { ...shared, type: ApplicationCommandOptionType.String, max_length: DISCORD_LIMITS.question };
    case 'company':
      return { ...shared, type: ApplicationCommandOptionType.String, max_length: DISCORD_LIMITS.choice, autocomplete: true };
    case 'boolean':
      return { ...shared, type: ApplicationCommandOptionType.Boolean };
    case 'choice':
      return { ...shared, type: ApplicationCommandOptionType.String, choices: choices.map(describeChoice) };
  }
}

function describeChoice({ value, label }: OptionChoice): APIApplicationCommandOptionChoice<string> {
  return { name: label.en, name_localizations: { fr: label.fr }, value };
}

function described({ en, fr }: Localised<string>) {
  return { description: en, description_localizations: { fr } };
}
