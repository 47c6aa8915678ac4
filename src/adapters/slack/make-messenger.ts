import { type types, webApi } from '@slack/bolt';
import type { Destination, Messenger, Posted } from '../../bot/messenger.ts';
import { AppError } from '../../errors.ts';
import type { Reply } from '../../reply/reply.ts';
import { isDirect } from './is-direct.ts';
import { renderSlack, type SlackMessage } from './render-slack.ts';
import type { SlackParts } from './slack-parts.ts';
import { QUIET } from './to-response.ts';
import type { Workspaces } from './workspaces.ts';

/** Says something in Slack of the bot's own accord. */
export function makeMessenger(workspaces: Pick<Workspaces, 'named'>): Messenger {
  return {
    post: async (destination, reply) => {
      const parts = await workspaces.named(destination.workspace);
      return post(destination, reply, parts).catch((error) => explain(error, destination.channel ?? destination.mention));
    },
    edit: async (posted, reply) => {
      const parts = await workspaces.named(posted.workspace);
      await edit(posted, reply, parts).catch((error) => explain(error, posted.channel));
    },
    linkTo: async ({ workspace, channel, thread, direct }) => {
      if (direct || thread === null) return null;
      const { client } = await workspaces.named(workspace);
      try {
        return (await client.chat.getPermalink({ channel, message_ts: thread })).permalink ?? null;
      } catch (error) {
        // The message is gone, or the bot cannot see it.
        if (error instanceof webApi.WebAPIPlatformError) return null;
        throw error;
      }
    },
  };
}

/** What does not fit into one message follows; the first stands for all of them, because threads begin there. */
async function post({ channel, thread, mention }: Destination, reply: Reply, { client, identity, longReplies }: SlackParts): Promise<Posted> {
  const to = channel ?? mention;
  if (to === null) throw new AppError('SLACK_NOWHERE', 'There is neither a channel nor a person to post to: name one of them');
  const named = mention !== null && !isDirect(to) ? mention : null;
  const posted: Posted[] = [];
  for (const message of withMention(renderSlack(reply), named)) {
    const { ts, channel: place } = await client.chat.postMessage({ ...QUIET, channel: to, ...message, ...(thread === null ? {} : { thread_ts: thread }) });
    posted.push({ workspace: identity.teamId, channel: place ?? to, message: ts ?? '' });
  }
  const [first] = posted;
  if (first === undefined) throw new AppError('SLACK_NOTHING', 'There is nothing to post: the reply has no blocks');
  const earlier = posted.slice(0, -1).map(({ message }) => message);
  if (earlier.length > 0) longReplies.set(posted.at(-1)?.message ?? '', earlier);
  return first;
}

/** What has grown beyond one message goes on in a thread under it. */
async function edit({ channel, message: ts }: Posted, reply: Reply, { client }: SlackParts): Promise<void> {
  const [first, ...rest] = renderSlack(reply);
  if (first === undefined) return;
  await client.chat.update({ channel, ts, ...first, link_names: false });
  for (const message of rest) await client.chat.postMessage({ ...QUIET, channel, ...message, thread_ts: ts });
}

function explain(cause: unknown, to: string | null): never {
  if (!(cause instanceof webApi.WebAPIPlatformError)) throw cause;
  const { error } = cause.data;
  throw new AppError('SLACK_REFUSED', `Slack does not let the bot write to ${to} (${error}). If it is a channel, invite the bot there, or set another one.`, {
    cause,
  });
}

/** A mention at the top of the first message. There is no other way for one to get into what the bot says. */
function withMention([first, ...rest]: readonly SlackMessage[], user: string | null): readonly SlackMessage[] {
  if (first === undefined) return [];
  if (user === null) return [first, ...rest];
  const mention: types.RichTextBlock = { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'user', user_id: user }] }] };
  return [{ ...first, blocks: [mention, ...first.blocks] }, ...rest];
}
