import type { webApi } from '@slack/bolt';
import { Recent } from '../../bot/recent.ts';
import type { SlackIdentity } from './slack-identity.ts';
import type { SlackParts } from './slack-parts.ts';
import { makeSlackPeople } from './slack-people.ts';
import type { SlackStartup } from './slack-startup.ts';

const MOST_LONG_REPLIES = 500;

/** What serves one workspace. Where it is one of many, its admins are not those of the bot, which shows what people of all of them asked. */
export function makeParts(
  { bot, reception, log, admins, localAdmins = true, settings }: SlackStartup,
  identity: SlackIdentity,
  client: webApi.WebClient,
): SlackParts {
  const people = makeSlackPeople(client, identity, { admins, localAdmins: localAdmins && !settings.oauth }, log, Date.now);
  return { bot, reception, log, client, identity, people, longReplies: new Recent(MOST_LONG_REPLIES) };
}
