import { writeAction } from '../../bot/action.ts';
import type { Chart } from '../../reply/chart.ts';
import { chartHeading, chartTable } from '../../reply/chart-table.ts';
import type { Block, Button } from '../../reply/reply.ts';
import { breakText } from './break-text.ts';
import { cleanText } from './clean-text.ts';
import { cutText } from './cut-text.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import type { Row } from './render-components.ts';
import { renderTable } from './render-table.ts';

/** Words of a document, ready to be shown, and where they stand. */
export type Proof = { readonly text: string; readonly label: string; readonly source: string };

/** What a message carries, before it is drawn and encoded. */
export type PendingFile = { readonly name: string; readonly description: string } & (
  | { readonly kind: 'chart'; readonly chart: Chart }
  | { readonly kind: 'text'; readonly content: string }
);

/** What Discord lets the bot put into a message there; what it does not, it leaves out without a word or refuses. */
export type Allowed = {
  readonly embeds: boolean;
  readonly files: boolean;
  /** As pictures. */
  readonly charts: boolean;
};

/** What a block becomes: lines of the message, none longer than a message; proofs, for the embeds; rows of buttons and what is said above them; files. */
export type Rendered = {
  readonly lines: readonly string[];
  readonly proofs: readonly Proof[];
  readonly rows: readonly Row[];
  readonly above: string;
  readonly files: readonly PendingFile[];
};

const NOTHING: Rendered = { lines: [], proofs: [], rows: [], above: '', files: [] };
/** Two rows of buttons, so that there is room for others. */
const MOST_QUESTIONS = 2 * DISCORD_LIMITS.buttonsInRow;
/** For the marks around a text. */
const ROOM = DISCORD_LIMITS.content - 20;

export function renderBlock(block: Block, allowed: Allowed): Rendered {
  switch (block.kind) {
    case 'text':
      return { ...NOTHING, lines: renderText(block.text, block.tone) };
    case 'heading':
      return { ...NOTHING, lines: renderHeading(block.text) };
    case 'list':
      return { ...NOTHING, lines: block.items.flatMap((item, at) => marked(block.ordered ? `${at + 1}. ` : '- ', item)) };
    case 'table':
      return { ...NOTHING, lines: renderCells(block) };
    case 'quote':
      return { ...NOTHING, proofs: [{ text: `“${escapeMarkdown(block.exact)}”`, label: block.label, source: block.source }] };
    case 'passage':
      return { ...NOTHING, proofs: [{ text: renderPassage(block), label: '', source: block.source }] };
    case 'questions':
      return renderQuestions(block);
    case 'buttons':
      return { ...NOTHING, rows: inRows(block.buttons).map((buttons) => ({ kind: 'buttons', buttons })) };
    case 'feedback':
      return { ...NOTHING, rows: [{ kind: 'feedback', buttons: [withEmoji(block.good, '👍'), withEmoji(block.bad, '👎')] }] };
    case 'chart':
      return renderChart(block.chart, allowed);
    case 'file':
      return renderFile(block, allowed);
    case 'link':
      return { ...NOTHING, lines: [`[${escapeMarkdown(block.label)}](<${new URL(block.url).href}>)`] };
  }
}

function renderHeading(text: string): string[] {
  return marked('### ', text);
}

function renderCells({ columns, rows }: Extract<Block, { kind: 'table' }>): string[] {
  return renderTable(columns, rows).flatMap((line) => (line.startsWith('```') ? [line] : breakText(line, ROOM)));
}

/** A picture; where none may be sent, its figures. */
function renderChart(chart: Chart, allowed: Allowed): Rendered {
  if (!allowed.charts) return { ...NOTHING, lines: [...renderHeading(chartHeading(chart)), ...renderCells(chartTable(chart))] };
  return { ...NOTHING, files: [{ kind: 'chart', name: 'chart.png', description: cutText(cleanText(chart.alt), DISCORD_LIMITS.alternative), chart }] };
}

function renderFile({ name, description, content }: Extract<Block, { kind: 'file' }>, allowed: Allowed): Rendered {
  const about = cutText(cleanText(description), DISCORD_LIMITS.alternative);
  const file: PendingFile = { kind: 'text', name: name.replace(/[^\w.-]+/g, '_').slice(-DISCORD_LIMITS.fileName), description: about, content };
  return { ...NOTHING, lines: renderText(description, 'plain'), files: allowed.files ? [file] : [] };
}

function withEmoji(button: Button, emoji: string): Button & { readonly emoji?: string } {
  return /\p{Extended_Pictographic}/u.test(button.label) ? button : { ...button, emoji };
}

function renderText(text: string, tone: 'lead' | 'plain' | 'small'): string[] {
  const parts = breakText(escapeMarkdown(text).trim(), ROOM);
  if (tone === 'plain') return parts;
  return parts.map((part) => (tone === 'lead' ? `**${part}**` : `-# ${part}`));
}

function marked(mark: string, text: string): string[] {
  return breakText(escapeMarkdown(text).trim(), ROOM).map((part, at) => (at === 0 ? `${mark}${part}` : part));
}

function renderPassage({ before, exact, after }: Extract<Block, { kind: 'passage' }>): string {
  return `${escapeMarkdown(before)}**${escapeMarkdown(exact)}**${escapeMarkdown(after)}`.trim();
}

/** A button for each question that fits into one; where its label has no room for all of it, or there is no button, it is written out. */
function renderQuestions({ label, questions }: Extract<Block, { kind: 'questions' }>): Rendered {
  const buttons = questions.slice(0, MOST_QUESTIONS).flatMap((question): Button[] => {
    const action = writeAction({ kind: 'ask', question });
    return action === null ? [] : [{ label: question, action, style: 'plain' }];
  });
  const written = questions.filter((question, at) => question.length > DISCORD_LIMITS.label || at >= MOST_QUESTIONS);
  const rows: Row[] = inRows(buttons).map((row) => ({ kind: 'questions', buttons: row }));
  if (written.length === 0) return { ...NOTHING, rows, above: label };
  return { ...NOTHING, lines: [...renderText(label, 'plain'), ...written.flatMap((question) => marked('- ', question))], rows };
}

function inRows(buttons: readonly Button[]): Button[][] {
  const { buttonsInRow } = DISCORD_LIMITS;
  return Array.from({ length: Math.ceil(buttons.length / buttonsInRow) }, (_, row) => buttons.slice(row * buttonsInRow, (row + 1) * buttonsInRow));
}
