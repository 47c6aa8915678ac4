import type { Block, Reply } from '../../reply/reply.ts';
import { shareSources } from '../../reply/share-sources.ts';
import { TEXTS } from '../../reply/texts.ts';
import type { SlackBlock } from './chart-block.ts';
import { escapeText } from './escape-text.ts';
import { packPieces } from './pack-pieces.ts';
import { type Piece, piece } from './piece.ts';
import { renderBlock } from './render-block.ts';
import { SLACK_LIMITS } from './slack-limits.ts';

export type SlackMessage = {
  readonly blocks: SlackBlock[];
  /** What notifications and screen readers get: the answer, without any markup. */
  readonly text: string;
};

/**
 * A reply as one message, or as several where Slack's limits want it; the last has the buttons and the data version in small print.
 * @param asked the question that it answers, where nothing else shows it
 */
export function renderSlack(reply: Pick<Reply, 'blocks' | 'language' | 'version'>, asked: string | null = null): SlackMessage[] {
  const version = reply.version === '' ? '' : `${TEXTS[reply.language].version} ${reply.version}`;
  const question: Block[] = asked === null ? [] : [{ kind: 'text', tone: 'small', text: `» ${asked}` }];
  const small: Block[] = version === '' ? [] : [{ kind: 'text', tone: 'small', text: version }];
  const [before, pieces, after] = [question, reply.blocks, small].map((blocks) => renderBlocks(blocks));
  const messages = packPieces([...unread(before), ...(pieces ?? []), ...unread(after)]);
  return shorten(messages).map((parts) => toMessage(parts, version));
}

/** Blocks for a place that has no limits of its own to be split by. */
export function renderBlocks(blocks: readonly Block[], firstId = 1): Piece[] {
  let id = firstId;
  return shareSources(blocks).flatMap((block) => renderBlock(block, () => `act:${id++}`));
}

function unread(pieces: readonly Piece[] = []): Piece[] {
  return pieces.map((one) => ({ ...one, text: '' }));
}

/** No answer is that long; a list of problems can be. The last message has what must not be missing. */
function shorten(messages: readonly Piece[][]): readonly Piece[][] {
  const { messages: most } = SLACK_LIMITS;
  if (messages.length <= most) return messages;
  const cut = piece([{ type: 'context', elements: [{ type: 'plain_text', text: '…', emoji: false }] }], '…');
  return [...messages.slice(0, most - 1), [cut, ...(messages.at(-1) ?? [])]];
}

function toMessage(parts: readonly Piece[], version: string): SlackMessage {
  const text = parts.flatMap((part) => (part.text === '' ? [] : [part.text])).join('\n');
  return { blocks: parts.flatMap(({ blocks }) => blocks), text: escapeText(text.trim() === '' ? version : text, SLACK_LIMITS.fallbackText) };
}
