import { editDistance } from '../index/edit-distance.ts';
import { foldText } from '../text/fold-text.ts';
import type { Language } from '../text/language.ts';
import type { OptionChoice } from './command.ts';

/** Fewer letters could begin, or be mistyped for, something else. */
const LEAST_LETTERS = 3;

/** The choice that is meant by what was typed: in either language, as its beginning, or with a typo; null where it is none, or could be several. */
export function findChoice(typed: string, choices: readonly OptionChoice[]): OptionChoice | null {
  const word = fold(typed);
  const exact = choices.find((choice) => wordsFor(choice).includes(word));
  if (exact !== undefined || word.length < LEAST_LETTERS) return exact ?? null;
  return onlyOne(choices, (one) => one.startsWith(word)) ?? onlyOne(choices, (one) => /^\D+$/.test(word) && editDistance(word, one, 1) <= 1);
}

/** Labels that what was typed so far may become. */
export function completeChoice(typed: string, choices: readonly OptionChoice[], language: Language): string[] {
  return choices.filter(({ label }) => fold(label[language]).startsWith(fold(typed))).map(({ label }) => label[language]);
}

function onlyOne(choices: readonly OptionChoice[], fits: (word: string) => boolean): OptionChoice | null {
  const [first, ...others] = choices.filter((choice) => wordsFor(choice).some(fits));
  return first !== undefined && others.length === 0 ? first : null;
}

function wordsFor({ value, label, also = [] }: OptionChoice): string[] {
  return [value, label.en, label.fr, ...also].map(fold);
}

function fold(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]+/gu, '');
}
