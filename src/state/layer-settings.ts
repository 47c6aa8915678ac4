import { type Settings, type SettingsLevel, type SettingsPlace, type SettingsView, type SetValues, scopesOf } from './settings.ts';

/** What is in effect in a place: what its channel says, then what its workspace or server says, then what is usual. */
export function layerSettings(place: SettingsPlace, usual: Settings, setFor: (scope: string) => SetValues | undefined): SettingsView {
  const scopes = scopesOf(place);
  const above: SetValues = (scopes && setFor(scopes.workspace)) ?? {};
  const here: SetValues = (scopes && setFor(scopes.channel)) ?? {};
  const values = { ...above, ...here };
  const from = (key: keyof SetValues): SettingsLevel => {
    if (here[key] !== undefined) return 'channel';
    return above[key] === undefined ? 'default' : 'workspace';
  };
  const channels = above.channels ?? usual.channels;
  const isChosen = channels.length === 0 || channels.includes(place.above ?? place.channel);
  return {
    settings: {
      language: values.language === undefined ? usual.language : values.language === 'question' ? null : values.language,
      privateByDefault: values.privateByDefault ?? usual.privateByDefault,
      followUps: values.followUps ?? usual.followUps,
      channels,
      answers: here.answers ?? isChosen,
      editorsChannel: values.editorsChannel ?? usual.editorsChannel,
    },
    from: {
      language: from('language'),
      privateByDefault: from('privateByDefault'),
      followUps: from('followUps'),
      channels: above.channels === undefined ? 'default' : 'workspace',
      answers: here.answers === undefined ? (above.channels === undefined ? 'default' : 'workspace') : 'channel',
      editorsChannel: from('editorsChannel'),
    },
    scopes,
  };
}
