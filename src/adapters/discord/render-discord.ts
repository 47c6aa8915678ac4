import type { APIEmbed } from 'discord.js';
import type { Reply } from '../../reply/reply.ts';
import { TEXTS } from '../../reply/texts.ts';
import { breakText } from './break-text.ts';
import { cleanText } from './clean-text.ts';
import { cutText } from './cut-text.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { type Allowed, type PendingFile, type Proof, renderBlock } from './render-block.ts';
import { type ButtonRow, renderComponents } from './render-components.ts';
import { packEmbeds, renderEmbeds } from './render-embeds.ts';

/** A message's body, all of it given, so that an edit leaves nothing of what was there before. */
export type DiscordMessage = {
  readonly content: string;
  readonly embeds: APIEmbed[];
  readonly components: ButtonRow[];
  readonly files: readonly PendingFile[];
};

type Rendering = Pick<Reply, 'blocks' | 'language' | 'version' | 'status'>;

const LONGEST_SMALL_PRINT = 300;
export const ALL_ALLOWED: Allowed = { embeds: true, files: true, charts: true };
/** For the bar. */
const ROOM = DISCORD_LIMITS.content - 2;

/**
 * A reply as the messages that show it, in order. `content` is what notifications and screen readers get, so it holds the answer; the
 * documents' words stand in embeds below. What one message cannot hold goes on in the next; the buttons stand under the last.
 * @param allowed without embeds, the documents' words stand in the content; without charts, their figures do
 * @param opening a line above all others, as it is to be sent
 */
export function renderDiscord(reply: Rendering, allowed: Allowed = ALL_ALLOWED, opening = ''): DiscordMessage[] {
  const rendered = reply.blocks.map((block) => renderBlock(block, allowed));
  const proofs = rendered.flatMap((one) => one.proofs);
  const embeds = allowed.embeds ? renderEmbeds(proofs, reply.status) : [];
  const small = smallPrint(
    reply,
    rendered.map(({ above }) => above),
  );
  // What comes last in the embeds stands right above the buttons; the rest stands below the text.
  const footer = embeds.length === 0 ? '' : (small.at(-1) ?? '');
  const inText = embeds.length === 0 ? small : small.slice(0, -1);
  const lines = [opening, ...rendered.flatMap((one) => one.lines), ...(allowed.embeds ? [] : proofs.flatMap(quoteInText))];
  const contents = packLines([...lines, ...inText.map((part) => `-# ${escapeMarkdown(part)}`)]);
  const components = renderComponents(rendered.flatMap(({ rows }) => rows));
  const files = nameApart(rendered.flatMap((one) => one.files).slice(0, DISCORD_LIMITS.files));
  return assemble(contents, packEmbeds(withFooter(embeds, footer), footer.length), components, files);
}

/** Behind a bar, and below it where it stands. */
function quoteInText({ text, label, source }: Proof): string[] {
  const place = [label, source].filter((part) => part !== '').join(' · ');
  return [...breakText(text, ROOM), ...breakText(`-# ${escapeMarkdown(place)}`, ROOM)].map((line) => `> ${line}`);
}

/** The version of the data, and what is said above the buttons, which come right below. */
function smallPrint({ language, version }: Pick<Reply, 'language' | 'version'>, above: readonly string[]): string[] {
  const parts = [version === '' ? '' : `${TEXTS[language].version} ${version}`, above.filter((part) => part !== '').join(' · ')];
  return parts.map((part) => cutText(cleanText(part).trim(), LONGEST_SMALL_PRINT)).filter((part) => part !== '');
}

function withFooter(embeds: readonly APIEmbed[], text: string): APIEmbed[] {
  return embeds.map((embed, at) => (at === embeds.length - 1 && text !== '' ? { ...embed, footer: { text } } : embed));
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

/** Discord tells files of one message apart by their names. */
function nameApart(files: readonly PendingFile[]): PendingFile[] {
  return files.map((file, at) => (files.slice(0, at).some(({ name }) => name === file.name) ? { ...file, name: `${at + 1}-${file.name}` } : file));
}

/** The first embeds belong to the end of the text. */
function assemble(contents: readonly string[], embeds: readonly APIEmbed[][], components: ButtonRow[], files: readonly PendingFile[]): DiscordMessage[] {
  const [first = [], ...rest] = embeds;
  const last = contents.at(-1) ?? '';
  const bodies = [
    ...contents.slice(0, -1).map((content) => ({ content, embeds: [] })),
    { content: last, embeds: first },
    ...rest.map((more) => ({ content: '', embeds: more })),
  ];
  return bodies.map((body, at) => ({ ...body, ...(at === bodies.length - 1 ? { components, files } : { components: [], files: [] }) }));
}
