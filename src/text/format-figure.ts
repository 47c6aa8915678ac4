import type { Language } from './language.ts';

const FORMATS: Readonly<Record<Language, Intl.NumberFormat>> = { en: new Intl.NumberFormat('en-GB'), fr: new Intl.NumberFormat('fr-FR') };

/** 18000 → "18,000" or "18 000" (with a no-break space). */
export function formatFigure(value: number, language: Language): string {
  return FORMATS[language].format(value).replace(/\u202f/g, '\u00a0');
}
