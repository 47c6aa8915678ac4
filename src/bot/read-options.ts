import type { Language } from '../text/language.ts';
import type { Command, CommandOption } from './command.ts';
import { COMMAND_TEXTS } from './command-texts.ts';
import type { CompanyFinder } from './company-finder.ts';
import { echoTyped } from './echo-typed.ts';
import { findChoice } from './find-choice.ts';
import type { GivenOptions } from './given-options.ts';
import { OptionValues } from './option-values.ts';
import { usageOf } from './usage.ts';

/** Either the options, or sentences that say what is wrong with them and what there is instead. */
export type OptionsRead = { readonly ok: true; readonly values: OptionValues } | { readonly ok: false; readonly refusal: readonly string[] };

type Value = { readonly values: readonly string[] } | { readonly refusal: readonly string[] };

const YES = new Set(['true', 'yes', 'on', 'oui', '1']);
const NO = new Set(['false', 'no', 'off', 'non', '0']);

/** Checks what was given against the command's definition, and finds the companies that are meant. */
export function readOptions(command: Command, given: GivenOptions, finder: CompanyFinder, language: Language, prefix: string): OptionsRead {
  const texts = COMMAND_TEXTS[language];
  const stray = [...given.keys()].find((name) => !command.options.some((option) => option.name === name));
  if (stray !== undefined) {
    if (command.options.length === 0) return refuse(texts.noOptions(command.name));
    return refuse(texts.noOption(command.name, echoTyped(stray)), texts.options(command.options.map(({ name }) => name)));
  }
  const values = new Map<string, readonly string[]>();
  for (const option of command.options) {
    const words = (given.get(option.name) ?? []).map((word) => word.trim()).filter((word) => word !== '');
    if (words.length === 0 && option.required) return refuse(texts.missing(option.description[language], usageOf(command, prefix)));
    if (words.length === 0) continue;
    const value = readValue(option, words, finder, language);
    if ('refusal' in value) return refuse(...value.refusal);
    if (value.values.length > 0) values.set(option.name, value.values);
  }
  return { ok: true, values: new OptionValues(values) };
}

function readValue(option: CommandOption, words: readonly string[], finder: CompanyFinder, language: Language): Value {
  switch (option.kind) {
    case 'text':
      return { values: option.repeat ? words : [words.join(' ')] };
    case 'boolean':
      return readBoolean(option, words.join(' ').toLowerCase(), language);
    case 'choice':
      return readChoice(option, words.join(' '), language);
    case 'company':
      return readCompanies(option, words.join(', '), finder, language);
  }
}

function readBoolean({ name }: CommandOption, word: string, language: Language): Value {
  if (YES.has(word)) return { values: ['true'] };
  return NO.has(word) ? { values: [] } : { refusal: [COMMAND_TEXTS[language].notBoolean(name)] };
}

function readChoice({ name, choices = [] }: CommandOption, typed: string, language: Language): Value {
  const chosen = findChoice(typed, choices);
  if (chosen !== null) return { values: [chosen.value] };
  const labels = choices.map(({ label }) => label[language]);
  return { refusal: [COMMAND_TEXTS[language].noChoice(name, echoTyped(typed)), COMMAND_TEXTS[language].choices(labels)] };
}

function readCompanies({ repeat }: CommandOption, typed: string, finder: CompanyFinder, language: Language): Value {
  const texts = COMMAND_TEXTS[language];
  const { companies, unknown, near } = finder.find(typed, language);
  if (unknown !== '' || companies.length === 0) {
    const instead = near.length > 0 ? texts.meant(near) : texts.companies(finder.names(language));
    return { refusal: [texts.noCompany(echoTyped(unknown || typed)), instead] };
  }
  if (companies.length > 1 && !repeat) return { refusal: [texts.oneCompany(companies.map((id) => finder.nameOf(id, language)))] };
  return { values: companies };
}

function refuse(...refusal: readonly string[]): OptionsRead {
  return { ok: false, refusal };
}
