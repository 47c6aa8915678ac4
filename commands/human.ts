import type { Command } from '../src/bot/command.ts';

const TEXTS = {
  en: {
    question: (question: string) => `Your last question: “${question}”`,
    privacy: 'A human gets it together with what I found.',
    button: 'Ask a human',
    none: 'Ask me first: what I cannot answer well, you can then hand to a human.',
    nobody: 'There is no human to ask here.',
  },
  fr: {
    question: (question: string) => `Votre dernière question : « ${question} »`,
    privacy: 'Un humain la reçoit avec ce que j’ai trouvé.',
    button: 'Demander à un humain',
    none: 'Demandez-moi d’abord : ce à quoi je réponds mal, vous pourrez le confier à un humain.',
    nobody: 'Il n’y a pas d’humain à qui demander ici.',
  },
} as const;

export const human = {
  name: 'human',
  description: {
    en: 'Hand your last question to a human',
    fr: 'Confier votre dernière question à un humain',
  },
  options: [],
  admin: false,
  alone: true,
  run: async ({ language, place, person, records, action }) => {
    const texts = TEXTS[language];
    if (place === null || !records.handOffs.hasEditors(place)) return [{ kind: 'text', tone: 'lead', text: texts.nobody }];
    const last = await records.handOffs.lastQuestion(person, place);
    if (last === null) return [{ kind: 'text', tone: 'lead', text: texts.none }];
    const button = { label: texts.button, action: action({ kind: 'human', answer: last.answer }), style: 'primary' } as const;
    return [
      { kind: 'text', tone: 'lead', text: texts.question(last.question) },
      { kind: 'text', tone: 'small', text: texts.privacy },
      { kind: 'buttons', buttons: [button] },
    ];
  },
} satisfies Command;
