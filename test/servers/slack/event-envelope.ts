import { randomBytes } from 'node:crypto';
import type { Envelope } from './envelope.ts';
import type { Settings } from './gate.ts';
import type { Fields } from './json.ts';
import { app, findChannel, type Workspace } from './workspace.ts';

/** An Events API payload around an event, with an id of its own. */
export function eventEnvelope(event: Fields, { teamId, botUserId }: Workspace = app): Envelope {
  const team = { team_id: teamId, enterprise_id: null };
  return {
    type: 'events_api',
    payload: {
      token: 'verification-token',
      team_id: teamId,
      context_team_id: teamId,
      context_enterprise_id: null,
      api_app_id: app.appId,
      event,
      type: 'event_callback',
      event_id: `Ev${randomBytes(6).toString('hex').toUpperCase()}`,
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [{ ...team, user_id: botUserId, is_bot: true, is_enterprise_install: false }],
      is_ext_shared_channel: false,
    },
  };
}

/** Whether the app gets every message of that channel. */
export function isSubscribed({ subscriptions }: Settings, channel: string): boolean {
  if (channel.startsWith('D')) return subscriptions.includes('message.im');
  return subscriptions.includes(findChannel(channel)?.isPrivate ? 'message.groups' : 'message.channels');
}
