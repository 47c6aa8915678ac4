import type { Audience } from '../../bot/incoming.ts';
import type { SlackMessage } from './render-slack.ts';

/** Nothing is to be unfurled, formatted or looked up as a name. */
export const QUIET = { unfurl_links: false, unfurl_media: false, link_names: false, mrkdwn: false } as const;

/** A message as a response_url or the acknowledgement of a slash command takes it. */
export function toResponse(
  message: SlackMessage,
  audience: Audience,
  { replace = false, threadTs = null }: { replace?: boolean; threadTs?: string | null } = {},
) {
  const response_type = audience === 'public' ? ('in_channel' as const) : ('ephemeral' as const);
  return { ...message, ...QUIET, response_type, replace_original: replace, ...(threadTs === null ? {} : { thread_ts: threadTs }) };
}
