import type { Command } from '../src/bot/command.ts';

const TEXTS = {
  en: {
    terminal: 'In a terminal I keep nothing: what you ask is gone when you leave.',
    kept: 'What I keep',
    items: (days: number) => [
      `What you ask and what I answered, with the time, the platform and the language, for ${days === 1 ? 'one day' : `${days} days`}. Your name is not in it: you are a code that only I can make, with a secret key.`,
      `What you think of an answer. Your vote stays, under that code; your remark and the question go after ${days === 1 ? 'one day' : `${days} days`}.`,
      `Questions that I could not answer: the words for ${days === 1 ? 'one day' : `${days} days`} after they were last asked, never who asked.`,
      `Questions that you hand to a human: your id on this platform, until the answer has reached you, so that it can; the words and the answer for ${days === 1 ? 'one day' : `${days} days`}.`,
      'Who changed settings or data, as such a code.',
      'Counts by day, which lead to nobody, for good.',
      'In memory only, until I am restarted or others have asked much: your last four questions of a conversation, so that you can ask on.',
    ],
    seen: 'Who sees it',
    who: [
      'Those who look after me: votes, remarks and unanswered questions, never who wrote them.',
      'The editors’ channel: a question that you hand to a human, and where you asked it.',
      'Whoever runs me has the database, and a log with ids and counts, without what people write. I send nothing anywhere else.',
    ],
    deleted: 'How to have it deleted',
    how: (forget: string) => `${forget} deletes at once what leads to you, and tells you what that was. The rest goes by itself after the time above.`,
  },
  fr: {
    terminal: 'Dans un terminal, je ne garde rien : ce que vous demandez disparaît quand vous partez.',
    kept: 'Ce que je garde',
    items: (days: number) => [
      `Ce que vous demandez et ce que j’ai répondu, avec l’heure, la plateforme et la langue, pendant ${days === 1 ? 'un jour' : `${days} jours`}. Votre nom n’y figure pas : vous êtes un code que moi seul peux produire, avec une clé secrète.`,
      `Ce que vous pensez d’une réponse. Votre avis reste, sous ce code ; votre remarque et la question partent après ${days === 1 ? 'un jour' : `${days} jours`}.`,
      `Les questions auxquelles je n’ai pas pu répondre : les mots pendant ${days === 1 ? 'un jour' : `${days} jours`} après la dernière fois, jamais qui a demandé.`,
      `Les questions que vous confiez à un humain : votre identifiant sur cette plateforme, jusqu’à ce que la réponse vous parvienne, pour qu’elle le puisse ; les mots et la réponse pendant ${days === 1 ? 'un jour' : `${days} jours`}.`,
      'Qui a changé des réglages ou des données, sous un tel code.',
      'Des totaux par jour, qui ne mènent à personne, pour toujours.',
      'En mémoire seulement, jusqu’à mon redémarrage ou tant que d’autres n’ont pas beaucoup demandé : vos quatre dernières questions d’une conversation, pour que vous puissiez enchaîner.',
    ],
    seen: 'Qui le voit',
    who: [
      'Ceux qui s’occupent de moi : les avis, les remarques et les questions sans réponse, jamais qui les a écrits.',
      'Le canal de la rédaction : une question que vous confiez à un humain, et où vous l’avez posée.',
      'Qui me fait tourner a la base de données, et un journal d’identifiants et de totaux, sans ce que les gens écrivent. Je n’envoie rien ailleurs.',
    ],
    deleted: 'Comment le faire supprimer',
    how: (forget: string) => `${forget} supprime tout de suite ce qui mène à vous, et vous dit ce que c’était. Le reste part de lui-même après ce délai.`,
  },
} as const;

export const privacy = {
  name: 'privacy',
  description: {
    en: 'What the bot keeps of you, for how long, and how to have it deleted',
    fr: 'Ce que le bot garde de vous, combien de temps, et comment le supprimer',
  },
  options: [],
  admin: false,
  run: ({ records, place, language, commands, usage, prefix }) => {
    const texts = TEXTS[language];
    if (place === null) return [{ kind: 'text', tone: 'lead', text: texts.terminal }];
    const forget = commands.find(({ name }) => name === 'forget');
    return [
      { kind: 'heading', text: texts.kept },
      { kind: 'list', ordered: false, items: texts.items(records.privacy.retentionDays()) },
      { kind: 'heading', text: texts.seen },
      { kind: 'list', ordered: false, items: texts.who },
      { kind: 'heading', text: texts.deleted },
      { kind: 'text', tone: 'plain', text: texts.how(forget === undefined ? `${prefix}forget` : usage(forget)) },
    ];
  },
} satisfies Command;
