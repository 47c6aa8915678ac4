import type { APIEmbed } from 'discord.js';
import type { Reply } from '../../reply/reply.ts';
import { breakText } from './break-text.ts';
import { cleanText } from './clean-text.ts';
import { cutText } from './cut-text.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import type { Proof } from './render-block.ts';

/** A calm blue where there is an answer, grey where there is none. */
const COLOURS = { answered: 0x4f7cac, unknown: 0x8a8f98 } as const;
const APART = '\n\n';
/** For the label under the words of a document. */
const ROOM = DISCORD_LIMITS.description - 120;

/** An embed for each document that is quoted: its words below each other, and above them which one it is. */
export function renderEmbeds(proofs: readonly Proof[], status: Reply['status']): APIEmbed[] {
  const documents = Map.groupBy(proofs, ({ source, label }) => `${source}\n${label}`);
  return [...documents.values()].flatMap((group) => groupEmbeds(group, COLOURS[status]));
}

function groupEmbeds(group: readonly Proof[], color: number): APIEmbed[] {
  const { source = '', label = '' } = group[0] ?? {};
  const name = cutText(cleanText(source).trim(), DISCORD_LIMITS.author);
  const small = label === '' ? '' : `\n-# ${cutText(escapeMarkdown(label), 100)}`;
  return fill(group.flatMap(({ text }) => breakText(text, ROOM))).map((description) => ({
    ...(name === '' ? {} : { author: { name } }),
    description: `${description}${small}`,
    color,
  }));
}

/** As few descriptions as hold the texts; none of them is divided. */
function fill(texts: readonly string[]): string[] {
  const descriptions: string[] = [];
  for (const text of texts) {
    const last = descriptions.at(-1);
    if (last !== undefined && last.length + APART.length + text.length <= ROOM) descriptions.splice(-1, 1, `${last}${APART}${text}`);
    else descriptions.push(text);
  }
  return descriptions;
}

/** In the order given, as many embeds together as a message takes; `spare` characters are left for a footer. */
export function packEmbeds(embeds: readonly APIEmbed[], spare: number): APIEmbed[][] {
  const messages: APIEmbed[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const embed of embeds) {
    const size = (embed.author?.name.length ?? 0) + (embed.description?.length ?? 0);
    const last = messages.at(-1);
    if (last !== undefined && last.length < DISCORD_LIMITS.embeds && used + size + spare <= DISCORD_LIMITS.embedText) {
      last.push(embed);
      used += size;
    } else {
      messages.push([embed]);
      used = size;
    }
  }
  return messages;
}
