import type { Entries } from '../../bot/desk.ts';
import { MOST_CHANNELS, type SetValues } from '../../state/settings.ts';
import { LANGUAGES, type Language } from '../../text/language.ts';
import { INHERIT, type SettingsTarget } from './settings-form.ts';
import { SETTINGS_TEXTS } from './settings-texts.ts';

export type SettingsRead = { readonly ok: true; readonly values: SetValues } | { readonly ok: false; readonly faults: readonly string[] };

/** As the platforms write their ids. */
const CHANNEL = /^\w{1,64}$/;
const LANGUAGE_CHOICES = ['question', ...LANGUAGES] as const;

/** What was filled in, or everything that is wrong with it. What is left as it is above is not in it. */
export function readSettings(entries: Entries, target: SettingsTarget, language: Language): SettingsRead {
  const texts = SETTINGS_TEXTS[language];
  const faults: string[] = [];
  const choose = <Choice extends string>(id: string, label: string, choices: readonly Choice[]): Choice | undefined => {
    const [given = INHERIT] = entries.get(id) ?? [];
    const found = choices.find((one) => one === given);
    if (found === undefined && given !== INHERIT) faults.push(texts.notAChoice(label));
    return found;
  };
  const yesOrNo = (id: string, label: string) => {
    const chosen = choose(id, label, ['yes', 'no']);
    return chosen === undefined ? undefined : chosen === 'yes';
  };
  const channelsOf = (id: string, label: string, most: number, tooMany: string) => {
    const given = [...new Set(entries.get(id) ?? [])];
    if (given.some((one) => !CHANNEL.test(one))) faults.push(texts.notAChannel(label));
    if (given.length > most) faults.push(tooMany);
    return given;
  };
  const spoken = choose('language', texts.language, LANGUAGE_CHOICES);
  const privateByDefault = yesOrNo('private', texts.privateByDefault);
  const followUps = yesOrNo('follow-ups', texts.followUps);
  const answers = target === 'here' ? yesOrNo('answers', texts.answers) : undefined;
  const channels = target === 'all' ? channelsOf('channels', texts.channels, MOST_CHANNELS, texts.manyChannels(MOST_CHANNELS)) : [];
  const [editorsChannel] = channelsOf('editors', texts.editorsChannel, 1, texts.oneEditorsChannel);
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    values: {
      ...(spoken === undefined ? {} : { language: spoken }),
      ...(privateByDefault === undefined ? {} : { privateByDefault }),
      ...(followUps === undefined ? {} : { followUps }),
      ...(answers === undefined ? {} : { answers }),
      ...(channels.length === 0 ? {} : { channels }),
      ...(editorsChannel === undefined ? {} : { editorsChannel }),
    },
  };
}
