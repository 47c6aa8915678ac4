import type { Command } from '../src/bot/command.ts';

export const company = {
  name: 'company',
  description: {
    en: 'What the documents say about one company, at a glance',
    fr: 'Ce que les documents disent d’une entreprise, en bref',
  },
  options: [
    {
      name: 'company',
      description: { en: 'the company', fr: 'l’entreprise' },
      kind: 'company',
      required: true,
    },
  ],
  admin: false,
  run: ({ library, language }, values) => library.profile(values.one('company'), language),
} satisfies Command;
