import type { Command } from '../src/bot/command.ts';

const TEXTS = {
  en: {
    version: 'Data version',
    loaded: 'Loaded',
    documents: 'Documents',
    companies: 'Companies',
    facts: 'Facts',
    gaps: 'Known gaps',
    columns: ['What', 'Now'],
  },
  fr: {
    version: 'Version des données',
    loaded: 'Chargées',
    documents: 'Documents',
    companies: 'Entreprises',
    facts: 'Faits',
    gaps: 'Lacunes connues',
    columns: ['Quoi', 'Maintenant'],
  },
} as const;

export const status = {
  name: 'status',
  description: {
    en: 'Which version of the data answers, and since when',
    fr: 'Quelle version des données répond, et depuis quand',
  },
  options: [],
  admin: false,
  run: ({ library, language }) => {
    const texts = TEXTS[language];
    const { documents, companies, facts, gaps } = library.counts;
    const rows = [
      [texts.version, library.version],
      [texts.loaded, `${library.loadedAt.toISOString().slice(0, 19).replace('T', ' ')} UTC`],
      [texts.documents, `${documents}`],
      [texts.companies, `${companies}`],
      [texts.facts, `${facts}`],
      [texts.gaps, `${gaps}`],
    ];
    return [{ kind: 'table', columns: texts.columns, rows }];
  },
} satisfies Command;
