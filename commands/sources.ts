import type { Command } from '../src/bot/command.ts';

const TEXTS = {
  en: {
    heading: 'The documents that every answer rests on',
    facts: (count: number) => (count === 1 ? '1 fact' : `${count} facts`),
    languages: { en: 'in English', fr: 'in French' },
  },
  fr: {
    heading: 'Les documents sur lesquels repose chaque réponse',
    facts: (count: number) => (count < 2 ? `${count} fait` : `${count} faits`),
    languages: { en: 'en anglais', fr: 'en français' },
  },
} as const;

export const sources = {
  name: 'sources',
  description: {
    en: 'The documents, their outlets, and how many facts each gives',
    fr: 'Les documents, leurs médias, et le nombre de faits de chacun',
  },
  options: [],
  admin: false,
  run: ({ library, language }) => {
    const { heading, facts, languages } = TEXTS[language];
    const items = library
      .documents(language)
      .map((document) => `${document.source} (${languages[document.language]}, ${facts(document.facts)}, ${document.file})`);
    return [
      { kind: 'heading', text: heading },
      { kind: 'list', ordered: true, items },
    ];
  },
} satisfies Command;
