import type { Entries } from '../../bot/desk.ts';
import type { Choice, Field, Form } from '../../reply/form.ts';
import { MOST_CHANNELS, type Settings, type SetValues } from '../../state/settings.ts';
import { LANGUAGES, type Language } from '../../text/language.ts';
import { SETTINGS_TEXTS } from './settings-texts.ts';

export const INHERIT = 'inherit';

/** For all of a workspace or server, or for one channel of it. */
export type SettingsTarget = 'all' | 'here';

type Parts = {
  readonly target: SettingsTarget;
  readonly action: string;
  readonly language: Language;
  /** What is in effect where nothing is chosen. */
  readonly above: Settings;
  readonly entries: Entries;
};

/** One field for each thing that can be set; what is chosen in it at first is what is set. */
export function settingsForm({ target, action, language, above, entries }: Parts): Form {
  const texts = SETTINGS_TEXTS[language];
  const here = target === 'here';
  const inherit = (value: string): Choice => ({ value: INHERIT, label: texts.inherit(here, value) });
  const chosen = (id: string) => entries.get(id) ?? [];
  const choice = (id: string, label: string, help: string | null, choices: readonly Choice[]): Field => ({
    kind: 'choice',
    id,
    label,
    help,
    required: true,
    choices,
    value: chosen(id)[0] ?? INHERIT,
  });
  const yesOrNo = (usual: boolean): readonly Choice[] => [
    inherit(usual ? texts.yes : texts.no),
    { value: 'yes', label: capitalise(texts.yes) },
    { value: 'no', label: capitalise(texts.no) },
  ];
  const channels = (id: string, label: string, help: string, most: number): Field => ({
    kind: 'channels',
    id,
    label,
    help,
    required: false,
    most,
    values: chosen(id).slice(0, most),
  });
  const languages = [
    { value: 'question', label: capitalise(texts.ofQuestion) },
    ...LANGUAGES.map((one) => ({ value: one, label: capitalise(texts.languages[one]) })),
  ];
  const spoken = above.language === null ? texts.ofQuestion : texts.languages[above.language];
  return {
    title: here ? texts.titleHere : texts.titleAll,
    submit: texts.save,
    action,
    fields: [
      choice('language', texts.language, null, [inherit(spoken), ...languages]),
      choice('private', texts.privateByDefault, texts.privateHelp, yesOrNo(above.privateByDefault)),
      choice('follow-ups', texts.followUps, texts.followUpsHelp, yesOrNo(above.followUps)),
      here
        ? choice('answers', texts.answers, texts.answersHelp, yesOrNo(above.answers))
        : channels('channels', texts.channels, texts.channelsHelp, MOST_CHANNELS),
      channels('editors', texts.editorsChannel, texts.editorsHelp(above.editorsChannel), 1),
    ],
  };
}

/** What is set, as the form has it. */
export function entriesOf({ language, privateByDefault, followUps, channels = [], answers, editorsChannel }: SetValues): Entries {
  return new Map([
    ['language', [language ?? INHERIT]],
    ['private', [wordFor(privateByDefault)]],
    ['follow-ups', [wordFor(followUps)]],
    ['answers', [wordFor(answers)]],
    ['channels', channels],
    ['editors', editorsChannel === undefined ? [] : [editorsChannel]],
  ]);
}

function capitalise(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}

function wordFor(value: boolean | undefined): string {
  return value === undefined ? INHERIT : value ? 'yes' : 'no';
}
