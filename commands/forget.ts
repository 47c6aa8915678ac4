import type { Command, CommandContext } from '../src/bot/command.ts';

type Forgotten = Awaited<ReturnType<CommandContext['records']['privacy']['forget']>>;

const TEXTS = {
  en: {
    nothing: 'I keep nothing that leads to you.',
    terminal: 'Here I remember nothing of you beyond this conversation.',
    done: 'Done. This no longer leads to you:',
    kinds: {
      questions: (count: number) => (count === 1 ? '1 question with its answer: deleted' : `${count} questions with their answers: deleted`),
      votes: (count: number) => (count === 1 ? '1 vote on an answer, with its remark: deleted' : `${count} votes on answers, with their remarks: deleted`),
      waiting: (count: number) =>
        count === 1
          ? '1 question that waited for a human: withdrawn, its words deleted'
          : `${count} questions that waited for a human: withdrawn, their words deleted`,
      done: (count: number) =>
        count === 1
          ? '1 question that a human dealt with: its words and the link to you deleted'
          : `${count} questions that humans dealt with: their words and the link to you deleted`,
      taken: (count: number) =>
        count === 1
          ? '1 question of somebody else that you had taken: open to other editors again'
          : `${count} questions of others that you had taken: open to other editors again`,
      changes: (count: number) =>
        count === 1 ? '1 change of settings or data: no longer under your name' : `${count} changes of settings or data: no longer under your name`,
    },
    memory: 'What you asked in conversations up to now is dropped: your next question stands by itself.',
    stays:
      'What stays leads to nobody: daily counts, and questions without an answer, kept without a name. Your messages on this platform are yours to delete.',
  },
  fr: {
    nothing: 'Je ne garde rien qui mène à vous.',
    terminal: 'Ici, je ne retiens rien de vous au-delà de cette conversation.',
    done: 'C’est fait. Ceci ne mène plus à vous :',
    kinds: {
      questions: (count: number) => (count === 1 ? '1 question avec sa réponse : supprimée' : `${count} questions avec leurs réponses : supprimées`),
      votes: (count: number) =>
        count === 1 ? '1 avis sur une réponse, avec sa remarque : supprimé' : `${count} avis sur des réponses, avec leurs remarques : supprimés`,
      waiting: (count: number) =>
        count === 1
          ? '1 question qui attendait un humain : retirée, son texte supprimé'
          : `${count} questions qui attendaient un humain : retirées, leurs textes supprimés`,
      done: (count: number) =>
        count === 1
          ? '1 question traitée par un humain : son texte et le lien avec vous supprimés'
          : `${count} questions traitées par des humains : leurs textes et le lien avec vous supprimés`,
      taken: (count: number) =>
        count === 1
          ? '1 question de quelqu’un d’autre que vous aviez prise : de nouveau ouverte à la rédaction'
          : `${count} questions d’autres personnes que vous aviez prises : de nouveau ouvertes à la rédaction`,
      changes: (count: number) =>
        count === 1
          ? '1 changement de réglages ou de données : il ne porte plus votre nom'
          : `${count} changements de réglages ou de données : ils ne portent plus votre nom`,
    },
    memory: 'Ce que vous avez demandé jusqu’ici dans les conversations est oublié : votre prochaine question se lit seule.',
    stays:
      'Ce qui reste ne mène à personne : des totaux par jour, et des questions sans réponse, gardées sans nom. Vos messages sur cette plateforme sont à vous : supprimez-les là-bas.',
  },
} as const;

const KINDS = ['questions', 'votes', 'waiting', 'done', 'taken', 'changes'] as const satisfies readonly (keyof Forgotten)[];

export const forget = {
  name: 'forget',
  description: {
    en: 'Delete what the bot remembers of you, and say what that was',
    fr: 'Supprimer ce que le bot retient de vous, et dire ce que c’était',
  },
  options: [],
  admin: false,
  alone: true,
  run: async ({ records, person, place, language }) => {
    const texts = TEXTS[language];
    if (place === null) return [{ kind: 'text', tone: 'lead', text: texts.terminal }];
    const forgotten = await records.privacy.forget({ person, platform: place.platform, id: place.person });
    const items = KINDS.filter((kind) => forgotten[kind] > 0).map((kind) => texts.kinds[kind](forgotten[kind]));
    return [
      { kind: 'text', tone: 'lead', text: items.length === 0 ? texts.nothing : texts.done },
      ...(items.length === 0 ? [] : [{ kind: 'list', ordered: false, items } as const]),
      { kind: 'text', tone: 'plain', text: texts.memory },
      { kind: 'text', tone: 'small', text: texts.stays },
    ];
  },
} satisfies Command;
