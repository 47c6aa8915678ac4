import { detectAll } from 'tinyld/light';
import { isFunctionWordOf } from '../text/function-words.ts';
import type { Language } from '../text/language.ts';

/** Words that are found in one of the two languages only are proof enough at this lead. */
const CLEAR_LEAD = 2;
const FRENCH_LETTERS = /[éèêëàâçùûîïôœ]|\b(?:qu|l|d|j|n|s|c|m|t)['’]/giu;
const ENGLISH_FORMS = /\b\w+(?:'s|n't|'re|'ve|'ll|ing)\b/giu;

/** How many more of a text's words are the one language's than the other's. */
export type LanguageLean = (words: readonly string[]) => number;

/**
 * English or French, from the words that only one of them has; where these do not decide, from a detector that is told
 * that nothing else is possible; where that cannot tell either, the fallback.
 * @param lean words of the fact base's own lexicon: positive for English, negative for French
 */
export function detectLanguage(text: string, words: readonly string[], lean: LanguageLean, fallback: Language): Language {
  let english = (text.match(ENGLISH_FORMS)?.length ?? 0) * 0.7;
  let french = text.match(FRENCH_LETTERS)?.length ?? 0;
  for (const word of words) {
    const inEnglish = isFunctionWordOf('en', word);
    const inFrench = isFunctionWordOf('fr', word);
    if (inEnglish && !inFrench) english += 1;
    if (inFrench && !inEnglish) french += 1;
  }
  if (Math.abs(english - french) >= CLEAR_LEAD) return english > french ? 'en' : 'fr';
  const lexicon = lean(words);
  const total = english - french + lexicon;
  if (Math.abs(total) >= 1) return total > 0 ? 'en' : 'fr';
  const [guess] = detectAll(text, { only: ['en', 'fr'] });
  if (guess?.lang === 'en' || guess?.lang === 'fr') return guess.lang;
  return total === 0 ? fallback : total > 0 ? 'en' : 'fr';
}
