import { setTimeout as delay } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { Person } from '../../bot/incoming.ts';
import { Recent } from '../../bot/recent.ts';
import { describeError, type Log } from '../../log.ts';
import { LANGUAGES, type Language } from '../../text/language.ts';
import type { SlackIdentity } from './slack-identity.ts';

const ROLE_KNOWN_MS = 60_000;
const LANGUAGE_KNOWN_MS = 10 * 60_000;
/** No answer waits longer than that for the language of whoever asks. */
const LANGUAGE_WITHIN_MS = 500;
const MOST_PEOPLE = 5_000;

/** Who may look after the bot. */
type Admins = {
  /** User ids, by themselves, as `slack:U…` or as `slack:T…:U…`. */
  readonly admins: ReadonlySet<string>;
  /** The workspace's admins and owners, too. */
  readonly localAdmins: boolean;
};

type Profile = { readonly isAdmin: boolean; readonly language: Language | null; readonly name: string | null };
type Known = { readonly since: number; readonly profile: Promise<Profile> };

export type SlackPeople = {
  readonly person: (user: string, language: Language | null) => Person;
  /** Of their client; null where Slack does not say, or not soon enough. */
  readonly languageOf: (user: string) => Promise<Language | null>;
};

/**
 * What Slack knows of people, asked for when it matters.
 */
export function makeSlackPeople(client: webApi.WebClient, identity: SlackIdentity, { admins, localAdmins }: Admins, log: Log, now: () => number): SlackPeople {
  const known = new Recent<Known>(MOST_PEOPLE);

  const profileOf = (user: string, maxAgeMs: number): Promise<Profile> => {
    const found = known.get(user);
    if (found !== undefined && now() - found.since < maxAgeMs) return found.profile;
    const profile = askProfile(client, identity, user);
    known.set(user, { since: now(), profile });
    profile.catch(() => known.delete(user));
    return profile;
  };

  const namesOf = (user: string) => [user, `slack:${user}`, `slack:${identity.teamId}:${user}`];
  const isListed = (user: string) => namesOf(user).some((name) => admins.has(name));
  const isLocalAdmin = async (user: string) => isListed(user) || (await profileOf(user, ROLE_KNOWN_MS)).isAdmin;

  return {
    person: (user, language) => ({
      id: `slack:${identity.teamId}:${user}`,
      language,
      name: async () => (await profileOf(user, LANGUAGE_KNOWN_MS)).name,
      isAdmin: async () => (localAdmins ? isLocalAdmin(user) : isListed(user)),
      isLocalAdmin: () => isLocalAdmin(user),
      isModerator: () => isLocalAdmin(user),
    }),
    languageOf: (user) => {
      const asked = profileOf(user, LANGUAGE_KNOWN_MS).then(
        ({ language }) => language,
        (error) => {
          log.warn({ platform: 'slack', error: describeError(error) }, 'the language of a person is not known');
          return null;
        },
      );
      return Promise.race([asked, delay(LANGUAGE_WITHIN_MS, null, { ref: false })]);
    },
  };
}

async function askProfile(client: webApi.WebClient, { teamId }: SlackIdentity, userId: string): Promise<Profile> {
  const { user } = await client.users.info({ user: userId, include_locale: true });
  // Somebody of another workspace, in a shared channel, may be the admin of theirs.
  const ours = user?.team_id === teamId;
  const language = LANGUAGES.find((one) => user?.locale?.toLowerCase().startsWith(one)) ?? null;
  const name = user?.profile?.display_name || user?.profile?.real_name || user?.real_name || null;
  return { name, isAdmin: ours && (user?.is_admin === true || user?.is_owner === true), language };
}
