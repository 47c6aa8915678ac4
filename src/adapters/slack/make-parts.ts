import type { webApi } from '@slack/bolt';
import { Recent } from '../../bot/recent.ts';
import type { SlackIdentity } from './slack-identity.ts';
import type { SlackParts } from './slack-parts.ts';
import { makeSlackPeople } from './slack-people.ts';
import type { SlackStartup } from './slack-startup.ts';

const MOST_LONG_REPLIES = 500;

/** What serves one workspace. */
export function makeParts({ bot, reception, log, admins }: SlackStartup, identity: SlackIdentity, client: webApi.WebClient): SlackParts {
  const people = makeSlackPeople(client, identity, admins, log, Date.now);
  return { bot, reception, log, client, identity, people, longReplies: new Recent(MOST_LONG_REPLIES) };
}
