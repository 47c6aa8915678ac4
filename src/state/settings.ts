import { z } from 'zod';
import { LANGUAGES, type Language } from '../text/language.ts';

/** Discord's forms take as many. */
export const MOST_CHANNELS = 25;

const channel = z.string().min(1).max(64);

/** What somebody has set for a workspace or server, or for one of its channels; what is missing is as it is above. */
export const setSchema = z.object({
  /** `question`: the one that the question is in. */
  language: z.enum(['question', ...LANGUAGES]).optional(),
  privateByDefault: z.boolean().optional(),
  followUps: z.boolean().optional(),
  /** Where it may answer; only of a workspace or server. */
  channels: z.array(channel).min(1).max(MOST_CHANNELS).optional(),
  /** Whether it may answer; only of a channel, where it goes before `channels`. */
  answers: z.boolean().optional(),
  editorsChannel: channel.optional(),
});

export type SetValues = z.infer<typeof setSchema>;

/** What is in effect in a place. */
export type Settings = {
  /** Spoken whatever the question is in; null: the question's. */
  readonly language: Language | null;
  /** Whether commands are answered to their asker alone. */
  readonly privateByDefault: boolean;
  /** Answer in threads where the bot has answered, without being named. */
  readonly followUps: boolean;
  /** Channels where it may answer; none: everywhere. */
  readonly channels: readonly string[];
  /** Whether it may answer there, direct messages aside. */
  readonly answers: boolean;
  /** Where humans answer what the bot cannot; null: nowhere. */
  readonly editorsChannel: string | null;
};

/** As far as settings depend on where one is. */
export type SettingsPlace = {
  readonly platform: string;
  readonly workspace: string | null;
  readonly channel: string;
  readonly above?: string | null;
};

/** Where a value comes from. */
export type SettingsLevel = 'default' | 'workspace' | 'channel';

export type SettingsView = {
  readonly settings: Settings;
  readonly from: Readonly<Record<keyof SetValues, SettingsLevel>>;
  /** As `SettingsScopes` are written; null where nothing can be set, such as in direct messages on Discord. */
  readonly scopes: SettingsScopes | null;
};

/** `slack:T1` and `slack:T1:C1`. */
export type SettingsScopes = { readonly workspace: string; readonly channel: string };

export type SettingsRecords = {
  /** What is in effect there, and where it comes from. */
  readonly view: (place: SettingsPlace) => SettingsView;
};

/** A thread with an id of its own has the settings of its channel. */
export function scopesOf({ platform, workspace, channel, above }: SettingsPlace): SettingsScopes | null {
  if (workspace === null) return null;
  return { workspace: `${platform}:${workspace}`, channel: `${platform}:${workspace}:${above ?? channel}` };
}
