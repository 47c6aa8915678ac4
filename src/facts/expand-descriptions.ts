import { LANGUAGES, type Language } from '../text/language.ts';

/** What people call a company whose name they do not say. */
const COMPANY_WORDS: Readonly<Record<Language, readonly string[]>> = {
  en: 'company firm business group giant outfit startup corporation brand player people folks lot guys provider app service platform'.split(' '),
  fr: 'boîte entreprise société firme groupe géant acteur marque plateforme startup maison gens service appli compagnie enseigne'.split(' '),
};
const SLOT = '{company}';

type Descriptions = Readonly<Record<Language, readonly string[]>>;

/** "pay later {company}" → "pay later company", "pay later firm", … */
export function expandDescriptions(descriptions: Descriptions): Descriptions {
  const [en, fr] = LANGUAGES.map((language) => [...new Set(descriptions[language].flatMap((description) => expand(description, COMPANY_WORDS[language])))]);
  return { en: en ?? [], fr: fr ?? [] };
}

function expand(description: string, words: readonly string[]): string[] {
  return description.includes(SLOT) ? words.map((word) => description.replace(SLOT, word)) : [description];
}
