import type { Localised } from '../text/language.ts';

type ReceptionTexts = {
  readonly source: string;
  readonly share: string;
  readonly dismiss: string;
  readonly tooMany: (seconds: number) => string;
  readonly failed: (id: string) => string;
  readonly stale: string;
  readonly noSuchFacts: (version: string) => string;
  readonly notYours: string;
  readonly adminsOnly: string;
  readonly notHere: string;
  readonly passages: string;
};

/** What is said around answers, where there are buttons and other people. */
export const RECEPTION_TEXTS: Localised<ReceptionTexts> = {
  en: {
    source: 'Source',
    share: 'Share in channel',
    dismiss: 'Dismiss',
    tooMany: (seconds) => `You are asking faster than I read. Give me ${seconds === 1 ? 'a second' : `${seconds} seconds`}, and ask again.`,
    failed: (id) => `Something went wrong on my side, and it is noted under ${id}. Please ask again; if it happens once more, tell those who look after me.`,
    stale: 'This button is from before I was restarted or changed. Ask me again, and you get a fresh one.',
    noSuchFacts: (version) => `The facts behind this answer are no longer in the data (now version ${version}). Ask me again for what it says now.`,
    notYours: 'Only the person who asked, or a moderator, can do that.',
    adminsOnly: 'Only those who look after this bot can do that.',
    notHere: 'I do not answer in this channel: those who look after me chose others. Ask there, or send me a direct message.',
    passages: 'Where it stands',
  },
  fr: {
    source: 'Source',
    share: 'Partager ici',
    dismiss: 'Retirer',
    tooMany: (seconds) =>
      `Vous demandez plus vite que je ne lis. Laissez-moi ${seconds === 1 ? 'une seconde' : `${seconds} secondes`}, puis demandez à nouveau.`,
    failed: (id) =>
      `Quelque chose s’est mal passé de mon côté ; c’est noté sous ${id}. Demandez à nouveau ; si cela se répète, parlez-en à ceux qui s’occupent de moi.`,
    stale: 'Ce bouton date d’avant mon redémarrage ou un changement. Demandez à nouveau, et vous en aurez un neuf.',
    noSuchFacts: (version) =>
      `Les faits de cette réponse ne sont plus dans les données (version actuelle : ${version}). Demandez à nouveau pour savoir ce qu’elles disent.`,
    notYours: 'Seule la personne qui a demandé, ou un modérateur, peut faire cela.',
    adminsOnly: 'Seuls ceux qui s’occupent de ce bot peuvent faire cela.',
    notHere: 'Je ne réponds pas dans ce canal : ceux qui s’occupent de moi en ont choisi d’autres. Demandez là-bas, ou en message direct.',
    passages: 'Où cela se trouve',
  },
};
