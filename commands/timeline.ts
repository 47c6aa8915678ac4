import type { Command } from '../src/bot/command.ts';

export const timeline = {
  name: 'timeline',
  description: {
    en: 'What happened at a company, in order',
    fr: 'Ce qui s’est passé dans une entreprise, dans l’ordre',
  },
  options: [
    {
      name: 'company',
      description: { en: 'the company, or several', fr: 'l’entreprise, ou plusieurs' },
      kind: 'company',
      required: true,
      repeat: true,
    },
  ],
  admin: false,
  run: ({ library, language }, values) => library.timeline(values.all('company'), language),
} satisfies Command;
