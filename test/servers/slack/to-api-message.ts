import type { Fields } from './json.ts';
import type { Message } from './message.ts';
import { app, findPerson, workspaceOf } from './workspace.ts';

/** As chat.postMessage and conversations.replies give it. */
export function toApiMessage({ ts, threadTs, user, text, blocks, edited }: Message): Fields {
  const { teamId, botUserId, botId } = workspaceOf(user);
  const own = user === botUserId ? { bot_id: botId, app_id: app.appId } : {};
  const other = findPerson(user)?.role === 'bot' ? { bot_id: `B${user.slice(1)}` } : {};
  return {
    type: 'message',
    user,
    text,
    ts,
    team: teamId,
    ...own,
    ...other,
    ...(blocks.length > 0 ? { blocks } : {}),
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    ...(edited ? { edited: { user, ts } } : {}),
  };
}
