import type { Localised } from '../../text/language.ts';

type SettingsTexts = {
  readonly titleAll: string;
  readonly titleHere: string;
  readonly save: string;
  readonly saved: string;
  readonly reset: string;
  readonly again: string;
  readonly inherit: (here: boolean, value: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly ofQuestion: string;
  readonly languages: Localised;
  readonly language: string;
  readonly privateByDefault: string;
  readonly privateHelp: string;
  readonly followUps: string;
  readonly followUpsHelp: string;
  readonly channels: string;
  readonly channelsHelp: string;
  readonly answers: string;
  readonly answersHelp: string;
  readonly editorsChannel: string;
  readonly editorsHelp: (usual: string | null) => string;
  readonly refused: string;
  readonly notAChoice: (label: string) => string;
  readonly notAChannel: (label: string) => string;
  readonly manyChannels: (most: number) => string;
  readonly oneEditorsChannel: string;
  readonly cannotPost: string;
  readonly editorsGreeting: string;
  readonly elsewhere: string;
};

/** Labels of fields have at most 45 characters, what helps with them at most 100. */
export const SETTINGS_TEXTS: Localised<SettingsTexts> = {
  en: {
    titleAll: 'General settings',
    titleHere: 'Settings of this channel',
    save: 'Save',
    saved: 'Saved, and in effect from now on.',
    reset: 'Reset: this channel follows the general settings from now on.',
    again: 'Open the form again',
    inherit: (here, value) => `${here ? 'As for all channels' : 'By default'}: ${value}`,
    yes: 'yes',
    no: 'no',
    ofQuestion: 'that of the question',
    languages: { en: 'English', fr: 'French' },
    language: 'Language of answers',
    privateByDefault: 'Answer commands privately',
    privateHelp: 'Others see an answer only when it is shared. What admins ask for is always private.',
    followUps: 'Answer follow-ups in threads',
    followUpsHelp: 'In threads where I have answered, without being named; on Slack only if the app may read them.',
    channels: 'Channels where I may answer',
    channelsHelp: 'Empty: everywhere. Direct messages are always answered.',
    answers: 'Answer in this channel',
    answersHelp: 'Goes before the general settings.',
    editorsChannel: 'Editors’ channel',
    editorsHelp: (usual) => `Where people answer what I cannot. Empty: ${usual === null ? 'nobody is asked' : 'the usual channel'}.`,
    refused: 'Nothing is changed:',
    notAChoice: (label) => `“${label}”: that is none of the choices.`,
    notAChannel: (label) => `“${label}”: that is no channel.`,
    manyChannels: (most) => `There can be ${most} channels at most: choose none, and I answer everywhere.`,
    oneEditorsChannel: 'There can be one editors’ channel only.',
    cannotPost: 'I cannot write in the editors’ channel: invite me there, or let me write there, and save again.',
    editorsGreeting: 'From now on, questions that people want a human to answer come to this channel.',
    elsewhere: 'This is for another place. Ask for the settings where they are to change.',
  },
  fr: {
    titleAll: 'Réglages généraux',
    titleHere: 'Réglages de ce canal',
    save: 'Enregistrer',
    saved: 'Enregistré, et en vigueur dès maintenant.',
    reset: 'Réinitialisé : ce canal suit désormais les réglages généraux.',
    again: 'Rouvrir le formulaire',
    inherit: (here, value) => `${here ? 'Comme pour tous les canaux' : 'Par défaut'} : ${value}`,
    yes: 'oui',
    no: 'non',
    ofQuestion: 'celle de la question',
    languages: { en: 'anglais', fr: 'français' },
    language: 'Langue des réponses',
    privateByDefault: 'Répondre aux commandes en privé',
    privateHelp: 'Les autres ne voient que ce qui est partagé. Ce qui est réservé aux admins reste privé.',
    followUps: 'Répondre aux questions de suivi dans les fils',
    followUpsHelp: 'Dans les fils où j’ai répondu, sans être nommé ; sur Slack, si l’application peut les lire.',
    channels: 'Canaux où je peux répondre',
    channelsHelp: 'Vide : partout. Je réponds toujours aux messages directs.',
    answers: 'Répondre dans ce canal',
    answersHelp: 'Passe avant les réglages généraux.',
    editorsChannel: 'Canal de la rédaction',
    editorsHelp: (usual) => `Où des humains répondent à ma place. Vide : ${usual === null ? 'personne n’est sollicité' : 'le canal habituel'}.`,
    refused: 'Rien n’est changé :',
    notAChoice: (label) => `« ${label} » : ce n’est pas un des choix.`,
    notAChannel: (label) => `« ${label} » : ce n’est pas un canal.`,
    manyChannels: (most) => `Il peut y avoir ${most} canaux au plus ; n’en choisissez aucun, et je réponds partout.`,
    oneEditorsChannel: 'Il ne peut y avoir qu’un canal de la rédaction.',
    cannotPost: 'Je ne peux pas écrire dans le canal de la rédaction : invitez-moi ou laissez-moi y écrire, puis enregistrez à nouveau.',
    editorsGreeting: 'Dorénavant, les questions que les gens veulent confier à un humain arrivent dans ce canal.',
    elsewhere: 'C’est pour un autre endroit. Demandez les réglages là où ils doivent changer.',
  },
};
