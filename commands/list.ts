import type { Command } from '../src/bot/command.ts';

const TEXTS = {
  en: { columns: ['Company', 'Facts', 'Happenings', 'With figures', 'Documents'], more: 'More on one of them: ' },
  fr: { columns: ['Entreprise', 'Faits', 'Événements', 'Avec chiffres', 'Documents'], more: 'Plus sur l’une d’elles : ' },
} as const;

export const list = {
  name: 'list',
  description: {
    en: 'The companies that the documents tell of, and how much',
    fr: 'Les entreprises dont parlent les documents, et combien',
  },
  options: [],
  admin: false,
  run: ({ library, language, prefix }) => {
    const { columns, more } = TEXTS[language];
    const companies = library.companies(language);
    const rows = companies.map(({ name, facts, happenings, figures, documents }) => [name, `${facts}`, `${happenings}`, `${figures}`, `${documents}`]);
    return [
      { kind: 'table', columns, rows },
      { kind: 'text', tone: 'small', text: `${more}${prefix}company ${companies[0]?.name.toLowerCase() ?? ''}` },
    ];
  },
} satisfies Command;
