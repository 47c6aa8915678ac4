import type { Language } from '../text/language.ts';
import type { Place } from './place.ts';

/** What admins have set for a place. */
export type PlaceSettings = {
  /** Spoken whatever the question is in; null: the question's. */
  readonly language: Language | null;
  /** Whether commands are answered to their asker alone. */
  readonly privateByDefault: boolean;
  /** Answer in threads where the bot has answered, without being named. */
  readonly followUps: boolean;
  /** Channels where it may answer; none: everywhere. */
  readonly channels: readonly string[];
  /** Where humans answer what the bot cannot; null: nowhere. */
  readonly editorsChannel: string | null;
};

/** Known at any time, without waiting. */
export type SettingsBook = { readonly of: (place: Place) => PlaceSettings };

export function plainSettings(followUps: boolean): SettingsBook {
  const settings = { language: null, privateByDefault: true, followUps, channels: [], editorsChannel: null };
  return { of: () => settings };
}
