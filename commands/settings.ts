import type { Command, CommandContext } from '../src/bot/command.ts';

type SettingsView = ReturnType<CommandContext['records']['settings']['view']>;

const TEXTS = {
  en: {
    nowhere: 'There is nothing to set here: settings belong to a Slack workspace or a Discord server, and to its channels. Here the defaults are in effect.',
    heading: 'What is in effect here',
    columns: ['Setting', 'Value'],
    from: { default: 'default', workspace: 'all channels', channel: 'this channel' },
    language: 'Language',
    languages: { en: 'English', fr: 'French' },
    ofQuestion: 'that of the question',
    privateByDefault: 'Commands answered privately',
    followUps: 'Follow-ups in threads',
    channels: 'Channels',
    everywhere: 'everywhere',
    answers: 'Answers here',
    editorsChannel: 'Editors’ channel',
    none: 'none',
    yes: 'yes',
    no: 'no',
    lost: 'My memory is out of reach at the moment: nothing can be changed, and what was set before may be missing above.',
    changeAll: 'Change for all channels',
    changeHere: 'Change for this channel',
    resetHere: 'Reset this channel',
  },
  fr: {
    nowhere:
      'Il n’y a rien à régler ici : les réglages appartiennent à un espace Slack ou à un serveur Discord, et à ses canaux. Ici, les valeurs par défaut sont en vigueur.',
    heading: 'Ce qui est en vigueur ici',
    columns: ['Réglage', 'Valeur'],
    from: { default: 'par défaut', workspace: 'tous les canaux', channel: 'ce canal' },
    language: 'Langue',
    languages: { en: 'anglais', fr: 'français' },
    ofQuestion: 'celle de la question',
    privateByDefault: 'Commandes en privé',
    followUps: 'Questions de suivi',
    channels: 'Canaux',
    everywhere: 'partout',
    answers: 'Répond ici',
    editorsChannel: 'Canal de la rédaction',
    none: 'aucun',
    yes: 'oui',
    no: 'non',
    lost: 'Ma mémoire est hors d’atteinte pour le moment : rien ne peut être changé, et ce qui a été réglé avant peut manquer ci-dessus.',
    changeAll: 'Changer pour tous les canaux',
    changeHere: 'Changer pour ce canal',
    resetHere: 'Réinitialiser ce canal',
  },
} as const;

export const settings = {
  name: 'settings',
  description: {
    en: 'How the bot answers here: language, privacy, follow-ups, channels',
    fr: 'Comment le bot répond ici : langue, discrétion, suivi, canaux',
  },
  options: [],
  admin: true,
  local: true,
  run: (context) => {
    const { place, records, language } = context;
    const texts = TEXTS[language];
    const view = place === null ? null : records.settings.view(place);
    if (view === null || view.scopes === null) return [{ kind: 'text', tone: 'lead', text: texts.nowhere }];
    const lost = records.status().state.kind === 'ready' ? [] : [{ kind: 'text', tone: 'small', text: texts.lost } as const];
    return [
      { kind: 'heading', text: texts.heading },
      { kind: 'table', columns: texts.columns, rows: rowsOf(view, texts) },
      ...lost,
      { kind: 'buttons', buttons: buttonsFor(view, context, texts) },
    ];
  },
} satisfies Command;

type Texts = (typeof TEXTS)['en' | 'fr'];

function rowsOf({ settings: now, from }: SettingsView, texts: Texts): string[][] {
  const yesOrNo = (value: boolean) => (value ? texts.yes : texts.no);
  return [
    [texts.language, `${now.language === null ? texts.ofQuestion : texts.languages[now.language]} (${texts.from[from.language]})`],
    [texts.privateByDefault, `${yesOrNo(now.privateByDefault)} (${texts.from[from.privateByDefault]})`],
    [texts.followUps, `${yesOrNo(now.followUps)} (${texts.from[from.followUps]})`],
    [texts.channels, `${now.channels.length === 0 ? texts.everywhere : now.channels.join(', ')} (${texts.from[from.channels]})`],
    [texts.answers, `${yesOrNo(now.answers)} (${texts.from[from.answers]})`],
    [texts.editorsChannel, `${now.editorsChannel ?? texts.none} (${texts.from[from.editorsChannel]})`],
  ];
}

/** In a direct message there is no channel that others see. */
function buttonsFor({ from, scopes }: SettingsView, { place, action }: CommandContext, texts: Texts) {
  if (scopes === null) return [];
  const all = { label: texts.changeAll, action: action({ kind: 'settings', scope: scopes.workspace }), style: 'primary' } as const;
  const here = { label: texts.changeHere, action: action({ kind: 'settings', scope: scopes.channel }), style: 'plain' } as const;
  const reset = { label: texts.resetHere, action: action({ kind: 'unset', scope: scopes.channel }), style: 'danger' } as const;
  if (place === null || place.direct) return [all];
  return Object.values(from).includes('channel') ? [all, here, reset] : [all, here];
}
