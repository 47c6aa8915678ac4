import type { Localised } from '../text/language.ts';

/** What is said to whoever asks for what is remembered while the database is away. */
export const NO_STATE: Localised = {
  en: 'I cannot do that at the moment: what I remember is out of reach. Questions are answered all the same.',
  fr: 'Je ne peux pas le faire pour le moment : ma mémoire est hors d’atteinte. Je réponds quand même aux questions.',
};
