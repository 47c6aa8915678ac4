import type { Command } from '../../bot/command.ts';

const GOODBYE = { en: 'Goodbye.', fr: 'Au revoir.' } as const;

/** Only a terminal can be left; everywhere else the bot stays. */
export const quit = {
  name: 'quit',
  description: { en: 'Leave', fr: 'Quitter' },
  options: [],
  admin: false,
  run: ({ language }) => [{ kind: 'text', tone: 'small', text: GOODBYE[language] }],
} satisfies Command;
