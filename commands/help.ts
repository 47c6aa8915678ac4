import type { Command } from '../src/bot/command.ts';

const TEXTS = {
  en: {
    intro: 'Ask in English or French, as you would ask a person. I answer from a few news documents, quote them, and say so when they do not tell.',
    examples: 'For example:',
    commands: 'Commands',
    columns: ['Write', 'To get'],
  },
  fr: {
    intro:
      'Posez votre question en français ou en anglais, comme à une personne. Je réponds à partir de quelques articles, je les cite, et je dis quand ils ne le disent pas.',
    examples: 'Par exemple :',
    commands: 'Commandes',
    columns: ['Écrivez', 'Pour obtenir'],
  },
} as const;

export const help = {
  name: 'help',
  description: {
    en: 'How to ask, and the commands that there are',
    fr: 'Comment demander, et les commandes qui existent',
  },
  options: [],
  admin: false,
  run: ({ language, commands, usage, library }) => {
    const { intro, examples, commands: heading, columns } = TEXTS[language];
    return [
      { kind: 'text', tone: 'plain', text: intro },
      { kind: 'heading', text: heading },
      { kind: 'table', columns, rows: commands.map((command) => [usage(command), command.description[language]]) },
      { kind: 'questions', label: examples, questions: library.examples(language) },
    ];
  },
} satisfies Command;
