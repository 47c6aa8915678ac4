import type { Settings } from '../state/settings.ts';
import type { Place } from './place.ts';

/** What admins have set for a place: known at any time, without waiting. */
export type SettingsBook = { readonly of: (place: Place) => Settings };

/** Where nobody sets anything. */
export function plainSettings(followUps: boolean): SettingsBook {
  const settings = usualSettings(followUps, null);
  return { of: () => settings };
}

export function usualSettings(followUps: boolean, editorsChannel: string | null): Settings {
  return { language: null, privateByDefault: true, followUps, channels: [], answers: true, editorsChannel };
}
