import { describeError } from '../../log.ts';
import type { Block, Reply } from '../../reply/reply.ts';
import type { Language, Localised } from '../../text/language.ts';
import { escapeText } from './escape-text.ts';
import { isDirect } from './is-direct.ts';
import { SLACK_LIMITS } from './slack-limits.ts';
import type { SlackParts } from './slack-parts.ts';
import type { Target } from './target.ts';
import { QUIET } from './to-response.ts';

type FileBlock = Extract<Block, { kind: 'file' }>;
type FileTexts = { readonly sent: (file: string) => string; readonly failed: (file: string) => string };

const TEXTS: Localised<FileTexts> = {
  en: {
    sent: (file) => `${file}: I have sent you this file in our direct messages.`,
    failed: (file) => `${file}: this file could not be sent to you. Try again; if it fails again, this bot may lack the permission files:write.`,
  },
  fr: {
    sent: (file) => `${file}\u00a0: je vous ai envoyé ce fichier dans nos messages directs.`,
    failed: (file) =>
      `${file}\u00a0: ce fichier n’a pas pu vous être envoyé. Réessayez ; si cela échoue encore, il manque peut-être à ce bot la permission files:write.`,
  },
};

/**
 * Files go to whoever asked, in the conversation with the bot alone: there are none that one person of a channel sees.
 * @returns the reply, with a line in place of each file that says so
 */
export async function sendFiles(reply: Reply, target: Pick<Target, 'channel' | 'user'>, parts: Pick<SlackParts, 'client' | 'log'>): Promise<Reply> {
  if (!reply.blocks.some(({ kind }) => kind === 'file')) return reply;
  const blocks: Block[] = [];
  for (const block of reply.blocks) blocks.push(block.kind === 'file' ? await sendFile(block, reply.language, target, parts) : block);
  return { ...reply, blocks };
}

async function sendFile(
  file: FileBlock,
  language: Language,
  target: Pick<Target, 'channel' | 'user'>,
  { client, log }: Pick<SlackParts, 'client' | 'log'>,
): Promise<Block> {
  const named = `${file.name} (${file.description.replace(/\.$/u, '')})`;
  try {
    const channel_id = await conversationFor(named, target, client);
    await client.filesUploadV2({ channel_id, filename: file.name, title: file.name, content: file.content });
    return { kind: 'text', tone: 'plain', text: TEXTS[language].sent(named) };
  } catch (error) {
    log.error({ platform: 'slack', error: describeError(error) }, 'a file was not sent');
    return { kind: 'text', tone: 'plain', text: TEXTS[language].failed(named) };
  }
}

/** Opening a conversation would take one more permission (im:write): posting into it tells its id as well. */
async function conversationFor(named: string, { channel, user }: Pick<Target, 'channel' | 'user'>, client: SlackParts['client']): Promise<string> {
  if (isDirect(channel) && channel !== user) return channel;
  const posted = await client.chat.postMessage({ ...QUIET, channel: user, text: escapeText(named, SLACK_LIMITS.fallbackText) });
  return posted.channel ?? user;
}
