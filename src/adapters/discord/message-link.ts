import type { Place } from '../../bot/place.ts';

/** Where people of the server find it; null for direct messages and for what only one person sees. */
export function messageLink({ workspace, channel, thread }: Pick<Place, 'workspace' | 'channel' | 'thread'>): string | null {
  return workspace === null || thread === null ? null : `https://discord.com/channels/${workspace}/${channel}/${thread}`;
}
