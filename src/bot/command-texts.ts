import type { Localised } from '../text/language.ts';

type CommandTexts = {
  readonly noCommand: (typed: string) => string;
  readonly meant: (names: readonly string[]) => string;
  readonly commands: (names: readonly string[]) => string;
  readonly noOption: (command: string, typed: string) => string;
  readonly options: (names: readonly string[]) => string;
  readonly noOptions: (command: string) => string;
  readonly missing: (description: string, usage: string) => string;
  readonly noCompany: (typed: string) => string;
  readonly companies: (names: readonly string[]) => string;
  readonly oneCompany: (names: readonly string[]) => string;
  readonly notBoolean: (option: string) => string;
  readonly noChoice: (option: string, typed: string) => string;
  readonly choices: (labels: readonly string[]) => string;
  readonly adminsOnly: (command: string) => string;
  readonly nothingHere: (command: string) => string;
};

/** What is said of commands that cannot be run as they were typed. */
export const COMMAND_TEXTS: Localised<CommandTexts> = {
  en: {
    noCommand: (typed) => `There is no command “${typed}”.`,
    meant: (names) => `Did you mean ${names.join(' or ')}?`,
    commands: (names) => `Commands: ${names.join(', ')}.`,
    noOption: (command, typed) => `“${command}” has no option “${typed}”.`,
    options: (names) => `Options: ${names.join(', ')}.`,
    noOptions: (command) => `“${command}” takes nothing after it.`,
    missing: (description, usage) => `Something is missing: ${description}. Write it like this: ${usage}`,
    noCompany: (typed) => `I have no facts on a company “${typed}”.`,
    companies: (names) => `Companies that I know: ${names.join(', ')}.`,
    oneCompany: (names) => `One company at a time, please: ${names.join(' or ')}?`,
    notBoolean: (option) => `“${option}” is either true or false.`,
    noChoice: (option, typed) => `“${typed}” is nothing that “${option}” can be.`,
    choices: (labels) => `Choose one of these: ${labels.join(', ')}.`,
    adminsOnly: (command) => `“${command}” is only for those who look after this bot.`,
    nothingHere: (command) => `“${command}” is for Slack and Discord: here I remember nothing.`,
  },
  fr: {
    noCommand: (typed) => `Il n’y a pas de commande « ${typed} ».`,
    meant: (names) => `Vouliez-vous dire ${names.join(' ou ')} ?`,
    commands: (names) => `Commandes : ${names.join(', ')}.`,
    noOption: (command, typed) => `« ${command} » n’a pas d’option « ${typed} ».`,
    options: (names) => `Options : ${names.join(', ')}.`,
    noOptions: (command) => `« ${command} » ne prend rien après son nom.`,
    missing: (description, usage) => `Il manque quelque chose : ${description}. Écrivez : ${usage}`,
    noCompany: (typed) => `Je n’ai rien sur une entreprise « ${typed} ».`,
    companies: (names) => `Entreprises que je connais : ${names.join(', ')}.`,
    oneCompany: (names) => `Une seule entreprise à la fois : ${names.join(' ou ')} ?`,
    notBoolean: (option) => `« ${option} » est soit true, soit false.`,
    noChoice: (option, typed) => `« ${option} » ne peut pas être « ${typed} ».`,
    choices: (labels) => `Choisissez : ${labels.join(', ')}.`,
    adminsOnly: (command) => `« ${command} » est réservé à ceux qui s’occupent de ce bot.`,
    nothingHere: (command) => `« ${command} » est pour Slack et Discord : ici, je ne garde rien en mémoire.`,
  },
};
