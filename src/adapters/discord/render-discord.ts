import type { APIEmbed } from 'discord.js';
import type { Reply } from '../../reply/reply.ts';
import { TEXTS } from '../../reply/texts.ts';
import { breakText } from './break-text.ts';
import { cleanText } from './clean-text.ts';
import { cutText } from './cut-text.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { type Proof, renderBlock } from './render-block.ts';
import { type ButtonRow, renderComponents } from './render-components.ts';
import { packEmbeds, renderEmbeds } from './render-embeds.ts';

/** A message's body, all of it given, so that an edit leaves nothing of what was there before. */
export type DiscordMessage = { readonly content: string; readonly embeds: APIEmbed[]; readonly components: ButtonRow[] };

const LONGEST_SMALL_PRINT = 300;
/** For the bar. */
const ROOM = DISCORD_LIMITS.content - 2;

/**
 * A reply as the messages that show it, in order. `content` is what notifications and screen readers get, so it holds the answer; the
 * documents' words stand in embeds below. What one message cannot hold goes on in the next; the buttons stand under the last.
 * @param mayEmbed false where Discord would leave embeds out without a word: then the documents' words stand in the content
 */
export function renderDiscord(reply: Pick<Reply, 'blocks' | 'language' | 'version' | 'status'>, mayEmbed = true): DiscordMessage[] {
  const rendered = reply.blocks.map(renderBlock);
  const proofs = rendered.flatMap((one) => one.proofs);
  const embeds = mayEmbed ? renderEmbeds(proofs, reply.status) : [];
  const small = smallPrint(
    reply,
    rendered.map(({ above }) => above),
  );
  const lines = [...rendered.flatMap((one) => one.lines), ...(mayEmbed ? [] : proofs.flatMap(quoteInText))];
  const contents = packLines(embeds.length === 0 ? [...lines, `-# ${escapeMarkdown(small)}`] : lines);
  const components = renderComponents(rendered.flatMap(({ rows }) => rows));
  return assemble(contents, packEmbeds(withFooter(embeds, small), small.length), components);
}

/** Behind a bar, and below it where it stands. */
function quoteInText({ text, label, source }: Proof): string[] {
  const place = [label, source].filter((part) => part !== '').join(' · ');
  return [...breakText(text, ROOM), ...breakText(`-# ${escapeMarkdown(place)}`, ROOM)].map((line) => `> ${line}`);
}

/** The version of the data, and what is said above the buttons, which come right below. */
function smallPrint({ language, version }: Pick<Reply, 'language' | 'version'>, above: readonly string[]): string {
  const parts = [`${TEXTS[language].version} ${version}`, ...above].map((part) => cleanText(part).trim());
  return cutText(parts.filter((part) => part !== '').join(' · '), LONGEST_SMALL_PRINT);
}

function withFooter(embeds: readonly APIEmbed[], text: string): APIEmbed[] {
  return embeds.map((embed, at) => (at === embeds.length - 1 ? { ...embed, footer: { text } } : embed));
}

/** As few texts as hold the lines. */
function packLines(lines: readonly string[]): string[] {
  const contents: string[] = [];
  for (const line of lines.filter((one) => one !== '')) {
    const last = contents.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= DISCORD_LIMITS.content) contents.splice(-1, 1, `${last}\n${line}`);
    else contents.push(line);
  }
  return contents;
}

/** The first embeds belong to the end of the text. */
function assemble(contents: readonly string[], embeds: readonly APIEmbed[][], components: ButtonRow[]): DiscordMessage[] {
  const [first = [], ...rest] = embeds;
  const last = contents.at(-1) ?? '';
  const bodies = [
    ...contents.slice(0, -1).map((content) => ({ content, embeds: [] })),
    { content: last, embeds: first },
    ...rest.map((more) => ({ content: '', embeds: more })),
  ];
  return bodies.map((body, at) => ({ ...body, components: at === bodies.length - 1 ? components : [] }));
}
