/** The languages that the bot reads and writes. */
export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same text in every language. */
export type Localised<T = string> = Readonly<Record<Language, T>>;
