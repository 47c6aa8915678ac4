import type { Command } from '../src/bot/command.ts';

const TWO_AT_LEAST = {
  en: 'A comparison needs two companies or more.',
  fr: 'Pour comparer, il faut au moins deux entreprises.',
} as const;

export const compare = {
  name: 'compare',
  description: {
    en: 'The layoffs of two or more companies side by side',
    fr: 'Les licenciements de plusieurs entreprises côte à côte',
  },
  options: [
    {
      name: 'company',
      description: { en: 'the companies to compare', fr: 'les entreprises à comparer' },
      kind: 'company',
      required: true,
      repeat: true,
      least: 2,
    },
  ],
  admin: false,
  run: ({ library, language }, values) => {
    const companies = values.all('company');
    if (companies.length < 2) return [{ kind: 'text', tone: 'lead', text: TWO_AT_LEAST[language] }];
    return library.compare(companies, language);
  },
} satisfies Command;
