import { writeAction } from '../../bot/action.ts';
import type { Block, Button } from '../../reply/reply.ts';
import { breakText } from './break-text.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { renderTable } from './render-table.ts';

/** Words of a document, ready to be shown, and where they stand. */
export type Proof = { readonly text: string; readonly label: string; readonly source: string };

/** What a block becomes: lines of the message, none longer than a message; proofs, for the embeds; rows of buttons and what is said above them. */
export type Rendered = {
  readonly lines: readonly string[];
  readonly proofs: readonly Proof[];
  readonly rows: readonly (readonly Button[])[];
  readonly above: string;
};

const NOTHING: Rendered = { lines: [], proofs: [], rows: [], above: '' };
/** Two rows of buttons, so that there is room for others. */
const MOST_QUESTIONS = 2 * DISCORD_LIMITS.buttonsInRow;
/** For the marks around a text. */
const ROOM = DISCORD_LIMITS.content - 20;

export function renderBlock(block: Block): Rendered {
  switch (block.kind) {
    case 'text':
      return { ...NOTHING, lines: renderText(block.text, block.tone) };
    case 'heading':
      return { ...NOTHING, lines: marked('### ', block.text) };
    case 'list':
      return { ...NOTHING, lines: block.items.flatMap((item, at) => marked(block.ordered ? `${at + 1}. ` : '- ', item)) };
    case 'table':
      return { ...NOTHING, lines: renderTable(block.columns, block.rows).flatMap((line) => (line.startsWith('```') ? [line] : breakText(line, ROOM))) };
    case 'quote':
      return { ...NOTHING, proofs: [{ text: `“${escapeMarkdown(block.exact)}”`, label: block.label, source: block.source }] };
    case 'passage':
      return { ...NOTHING, proofs: [{ text: renderPassage(block), label: '', source: block.source }] };
    case 'questions':
      return renderQuestions(block);
    case 'buttons':
      return { ...NOTHING, rows: inRows(block.buttons) };
  }
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
  if (written.length === 0) return { ...NOTHING, rows: inRows(buttons), above: label };
  return { ...NOTHING, lines: [...renderText(label, 'plain'), ...written.flatMap((question) => marked('- ', question))], rows: inRows(buttons) };
}

function inRows(buttons: readonly Button[]): Button[][] {
  const { buttonsInRow } = DISCORD_LIMITS;
  return Array.from({ length: Math.ceil(buttons.length / buttonsInRow) }, (_, row) => buttons.slice(row * buttonsInRow, (row + 1) * buttonsInRow));
}
