import type { Command } from '../src/bot/command.ts';

export const ask = {
  name: 'ask',
  description: {
    en: 'Ask a question about AI-driven layoffs',
    fr: 'Poser une question sur les licenciements liés à l’IA',
  },
  options: [
    {
      name: 'question',
      description: { en: 'what you want to know, in English or French', fr: 'ce que vous voulez savoir, en français ou en anglais' },
      kind: 'text',
      required: true,
    },
  ],
  admin: false,
  run: (context, values) => context.ask(values.one('question')),
} satisfies Command;
