import type { Language, Localised } from '../../text/language.ts';

type ForAskers = {
  readonly button: string;
  /** @param directly the answer comes in a direct message, since the question was asked in private */
  readonly handed: (directly: boolean) => string;
  /** What becomes of their words and of who they are. */
  readonly privacy: (link: boolean) => string;
  readonly waiting: string;
  readonly done: string;
  readonly many: string;
  readonly noEditors: string;
  readonly forgotten: string;
  readonly unreachable: string;
  /** Above the answer. */
  readonly answered: (name: string | null) => string;
  readonly question: (question: string) => string;
  readonly closed: string;
  readonly neverPosted: string;
};

type ForEditors = {
  readonly status: {
    readonly open: string;
    readonly taken: (name: string | null) => string;
    readonly answered: (name: string | null) => string;
    readonly closed: (name: string | null) => string;
  };
  readonly question: (question: string, language: Language) => string;
  readonly forgotten: string;
  readonly found: string;
  readonly facts: (ids: readonly string[]) => string;
  readonly link: string;
  readonly privately: string;
  readonly response: (text: string) => string;
  readonly undelivered: string;
  readonly how: string;
  readonly take: string;
  readonly respond: string;
  readonly close: string;
  readonly form: {
    readonly title: string;
    readonly submit: string;
    readonly text: string;
    readonly help: string;
    readonly takenBy: (name: string | null) => string;
    readonly sign: string;
    readonly asTeam: string;
    readonly byName: string;
  };
  readonly gone: string;
  readonly takenBefore: (name: string | null) => string;
  readonly answeredBefore: (name: string | null) => string;
  readonly closedBefore: string;
  readonly yours: (text: string) => string;
  readonly empty: string;
  readonly sent: string;
  readonly notDelivered: string;
  readonly deliveredLate: string;
  readonly givenUp: string;
  readonly reminder: (days: number) => string;
};

/** What is said to those whose question goes to a human. */
export const ASKER_TEXTS: Localised<ForAskers> = {
  en: {
    button: 'Ask a human',
    handed: (directly) => `A human will look at your question. The answer comes ${directly ? 'in a direct message' : 'to where you asked'}.`,
    privacy: (link) =>
      `The team gets your question and what I found${link ? ', with a link to where you asked' : ', but not who asked'}. I keep who you are until the answer has reached you.`,
    waiting: 'This question is already with a human. The answer comes to where it was asked.',
    done: 'A human has already dealt with this question. Ask again, in other words, if something is open.',
    many: 'Five of your questions are already with a human. Please wait for an answer to one of them.',
    noEditors: 'There is no human to ask here.',
    forgotten: 'I no longer know which question this was. Ask me again, and hand over the new one.',
    unreachable: 'I could not pass your question on to a human. Please try again later, or tell those who look after me.',
    answered: (name) => (name === null ? 'A human of the team answers:' : `${name}, of the team, answers:`),
    question: (question) => `You asked: “${question}”`,
    closed: 'A human has looked at your question and closed it without an answer.',
    neverPosted: 'Your question could not be handed to a human. Please ask again.',
  },
  fr: {
    button: 'Demander à un humain',
    handed: (directly) => `Un humain va lire votre question. La réponse arrivera ${directly ? 'en message direct' : 'là où vous l’avez posée'}.`,
    privacy: (link) =>
      `L’équipe reçoit votre question et ce que j’ai trouvé${link ? ', avec un lien vers l’endroit où vous l’avez posée' : ', mais pas qui l’a posée'}. Je garde qui vous êtes jusqu’à ce que la réponse vous soit parvenue.`,
    waiting: 'Un humain a déjà cette question. La réponse arrivera là où elle a été posée.',
    done: 'Un humain s’est déjà occupé de cette question. Posez-la autrement s’il reste quelque chose.',
    many: 'Cinq de vos questions attendent déjà un humain. Attendez une première réponse.',
    noEditors: 'Il n’y a pas d’humain à qui demander ici.',
    forgotten: 'Je ne sais plus de quelle question il s’agissait. Posez-la à nouveau, puis confiez la nouvelle.',
    unreachable: 'Je n’ai pas pu transmettre votre question à un humain. Réessayez plus tard, ou parlez-en à ceux qui s’occupent de moi.',
    answered: (name) => (name === null ? 'Un humain de l’équipe répond :' : `${name}, de l’équipe, répond :`),
    question: (question) => `Votre question : « ${question} »`,
    closed: 'Un humain a lu votre question et l’a fermée sans y répondre.',
    neverPosted: 'Votre question n’a pas pu être confiée à un humain. Posez-la à nouveau.',
  },
};

/** What is said where humans answer what the bot could not. */
export const EDITOR_TEXTS: Localised<ForEditors> = {
  en: {
    status: {
      open: 'A question for a human: open',
      taken: (name) => `A question for a human: taken${name === null ? '' : ` by ${name}`}`,
      answered: (name) => `A question for a human: answered${name === null ? '' : ` by ${name}`}`,
      closed: (name) => `A question for a human: closed${name === null ? '' : ` by ${name}`}`,
    },
    question: (question, language) => `Question (in ${{ en: 'English', fr: 'French' }[language]}): “${question}”`,
    forgotten: 'The question has been deleted since.',
    found: 'What I found:',
    facts: (ids) => `Facts: ${ids.join(', ')}`,
    link: 'Where it was asked',
    privately: 'Asked in private.',
    response: (text) => `Answer: ${text}`,
    undelivered: 'The answer could not be delivered yet. I keep trying for a week.',
    how: 'Use the button, or reply to this message: the first reply goes to whoever asked, signed by the team.',
    take: 'Take',
    respond: 'Answer…',
    close: 'Close',
    form: {
      title: 'Answer the question',
      submit: 'Send',
      text: 'Your answer',
      help: 'It goes to whoever asked, word for word.',
      takenBy: (name) => `It was taken by ${name ?? 'somebody'}. Yours goes to whoever asked, word for word.`,
      sign: 'Signed',
      asTeam: 'by the team',
      byName: 'with my name',
    },
    gone: 'There is no such question here any more.',
    takenBefore: (name) => `${name ?? 'Somebody'} has taken it already.`,
    answeredBefore: (name) => `${name ?? 'Somebody'} has answered it already.`,
    closedBefore: 'It is closed already.',
    yours: (text) => `Yours was not sent: ${text}`,
    empty: 'There was no text to send.',
    sent: 'Sent to whoever asked, signed by the team.',
    notDelivered: 'The answer could not be delivered: whoever asked cannot be reached there. I keep trying for a week.',
    deliveredLate: 'The answer has been delivered now.',
    givenUp: 'The answer could not be delivered for a week. I have given up, and closed the question.',
    reminder: (days) =>
      `Nobody has answered this for ${days === 1 ? 'a day' : `${days} days`}. Whoever asked is still waiting: answer with the button above, or reply to that message.`,
  },
  fr: {
    status: {
      open: 'Une question pour un humain : ouverte',
      taken: (name) => `Une question pour un humain : prise${name === null ? '' : ` par ${name}`}`,
      answered: (name) => `Une question pour un humain : répondue${name === null ? '' : ` par ${name}`}`,
      closed: (name) => `Une question pour un humain : fermée${name === null ? '' : ` par ${name}`}`,
    },
    question: (question, language) => `Question (en ${{ en: 'anglais', fr: 'français' }[language]}) : « ${question} »`,
    forgotten: 'La question a été effacée depuis.',
    found: 'Ce que j’ai trouvé :',
    facts: (ids) => `Faits : ${ids.join(', ')}`,
    link: 'Où elle a été posée',
    privately: 'Posée en privé.',
    response: (text) => `Réponse : ${text}`,
    undelivered: 'La réponse n’a pas encore pu être remise. J’essaie pendant une semaine.',
    how: 'Utilisez le bouton, ou répondez à ce message : la première réponse va à la personne qui a demandé, signée de l’équipe.',
    take: 'Prendre',
    respond: 'Répondre…',
    close: 'Fermer',
    form: {
      title: 'Répondre à la question',
      submit: 'Envoyer',
      text: 'Votre réponse',
      help: 'Elle va mot pour mot à la personne qui a demandé.',
      takenBy: (name) => `Prise par ${name ?? 'quelqu’un'}. La vôtre ira mot pour mot à qui a demandé.`,
      sign: 'Signée',
      asTeam: 'de l’équipe',
      byName: 'de mon nom',
    },
    gone: 'Cette question n’existe plus ici.',
    takenBefore: (name) => `${name ?? 'Quelqu’un'} l’a déjà prise.`,
    answeredBefore: (name) => `${name ?? 'Quelqu’un'} y a déjà répondu.`,
    closedBefore: 'Elle est déjà fermée.',
    yours: (text) => `La vôtre n’a pas été envoyée : ${text}`,
    empty: 'Il n’y avait pas de texte à envoyer.',
    sent: 'Envoyée à la personne qui a demandé, signée de l’équipe.',
    notDelivered: 'La réponse n’a pas pu être remise : la personne qui a demandé n’est pas joignable. J’essaie pendant une semaine.',
    deliveredLate: 'La réponse a été remise maintenant.',
    givenUp: 'La réponse n’a pas pu être remise pendant une semaine. J’y renonce, et la question est fermée.',
    reminder: (days) =>
      `Personne n’a répondu depuis ${days === 1 ? 'un jour' : `${days} jours`}. La personne qui a demandé attend : utilisez le bouton ci-dessus, ou répondez à ce message-là.`,
  },
};
