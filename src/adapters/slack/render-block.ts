import type { types } from '@slack/bolt';
import { writeAction } from '../../bot/action.ts';
import type { Block, Button } from '../../reply/reply.ts';
import { cleanLine, cleanText, cutText } from './clean-text.ts';
import { type Piece, piece } from './piece.ts';
import { renderChart } from './render-chart.ts';
import { renderTable } from './render-table.ts';
import { plainText, richText, section, words } from './rich-text.ts';
import { SLACK_LIMITS } from './slack-limits.ts';
import { splitText } from './split-text.ts';

/** @param nextId an action id that the reply has not had yet */
export function renderBlock(block: Block, nextId: () => string): Piece[] {
  switch (block.kind) {
    case 'text':
      return renderText(cleanText(block.text), block.tone);
    case 'heading':
      return renderHeading(cleanLine(block.text));
    case 'list':
      return renderList(block.items.map(cleanLine), block.ordered);
    case 'table':
      return renderTable(block.columns, block.rows);
    case 'quote':
      return renderQuote(block);
    case 'passage':
      return renderPassage(block);
    case 'questions':
      return renderQuestions(cleanLine(block.label), block.questions, nextId);
    case 'buttons':
      return renderButtons(block.buttons, nextId);
    case 'feedback':
      return [piece([renderFeedback(block, nextId())], '')];
    case 'chart':
      return renderChart(block.chart);
    case 'link':
      return [piece([richText({ type: 'rich_text_section', elements: [{ type: 'link', url: block.url, text: cleanLine(block.label) }] })], '')];
    case 'file':
      return renderText([block.name, block.description].map(cleanLine).join(': '), 'plain');
  }
}

function renderText(text: string, tone: 'lead' | 'plain' | 'small'): Piece[] {
  if (tone === 'small') return renderSmall(text);
  return splitText(text, SLACK_LIMITS.paragraph).map((part) => piece([richText(section(part, tone === 'lead'))], part));
}

function renderSmall(text: string): Piece[] {
  return splitText(text, SLACK_LIMITS.contextText).map((part) => piece([small(part)], part));
}

function small(text: string): types.ContextBlock {
  return { type: 'context', elements: [plainText(text)] };
}

function renderHeading(text: string): Piece[] {
  if (text === '') return [];
  if (text.length > SLACK_LIMITS.heading) return renderText(text, 'lead').map((one) => ({ ...one, leads: true }));
  return [piece([{ type: 'header', text: plainText(text) }], text, true)];
}

/** Items stay whole unless one alone is longer than a paragraph may be. */
function renderList(items: readonly string[], ordered: boolean): Piece[] {
  const pieces: Piece[] = [];
  let number = 0;
  for (const group of groupItems(items.filter((item) => item !== '').flatMap((item) => splitText(item, SLACK_LIMITS.paragraph)))) {
    const list: types.RichTextList = { type: 'rich_text_list', style: ordered ? 'ordered' : 'bullet', elements: group.map((item) => section(item)) };
    const marks = group.map((item, at) => `${ordered ? `${number + at + 1}.` : '•'} ${item}`);
    pieces.push(piece([richText(number === 0 ? list : { ...list, ...(ordered ? { offset: number } : {}) })], marks.join('\n')));
    number += group.length;
  }
  return pieces;
}

function groupItems(items: readonly string[]): string[][] {
  const groups: string[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const last = groups.at(-1);
    if (last === undefined || last.length >= SLACK_LIMITS.listItems || size + item.length > SLACK_LIMITS.paragraph) {
      groups.push([item]);
      size = item.length;
    } else {
      last.push(item);
      size += item.length;
    }
  }
  return groups;
}

/** The document's own words in quotation marks, and below them where they stand; one that shares its source with the next says neither. */
function renderQuote({ exact, label, source }: Extract<Block, { kind: 'quote' }>): Piece[] {
  const quote = richText({ type: 'rich_text_quote', elements: words(`“${cleanText(exact)}”`) });
  const place = placeOf([label, source]);
  if (place === '') return [piece([quote], '', true)];
  return [piece([quote, small(place)], `— ${place}`)];
}

function renderPassage({ before, exact, after, source }: Extract<Block, { kind: 'passage' }>): Piece[] {
  const elements = [...words(cleanText(before)), ...words(cleanText(exact), true), ...words(cleanText(after))];
  const place = placeOf([source]);
  const below = place === '' ? [] : [small(place)];
  return [piece([richText({ type: 'rich_text_quote', elements }), ...below], `“${cleanText(exact)}”${place === '' ? '' : ` — ${place}`}`)];
}

function placeOf(parts: readonly string[]): string {
  const told = parts.map(cleanLine).filter((part) => part !== '');
  return cutText(told.join(' · '), SLACK_LIMITS.contextText);
}

/** Each question is a button, or stays to be read where it does not fit into one. */
function renderQuestions(label: string, questions: readonly string[], nextId: () => string): Piece[] {
  const told = questions.map(cleanLine).filter((question) => question !== '');
  const asked = told.map((question) => ({ question, action: writeAction({ kind: 'ask', question }) }));
  const fits = ({ question, action }: (typeof asked)[number]) => action !== null && question.length <= SLACK_LIMITS.buttonText;
  const buttons = asked.filter(fits).map(({ question, action }): Button => ({ label: question, action: action ?? '', style: 'plain' }));
  const list = renderList(
    asked.filter((one) => !fits(one)).map(({ question }) => question),
    false,
  );
  const head = label === '' ? [] : [{ ...piece([small(cutText(label, SLACK_LIMITS.contextText))], ''), leads: true }];
  return [...head, ...list, ...renderButtons(buttons, nextId)];
}

function renderButtons(buttons: readonly Button[], nextId: () => string): Piece[] {
  const elements = buttons.filter(({ label }) => cleanLine(label) !== '').map((button) => renderButton(button, nextId()));
  const rows = Array.from({ length: Math.ceil(elements.length / SLACK_LIMITS.buttons) }, (_, at) =>
    elements.slice(at * SLACK_LIMITS.buttons, (at + 1) * SLACK_LIMITS.buttons),
  );
  return rows.map((row) => piece([{ type: 'actions', elements: row }], ''));
}

function renderButton({ label, action, style }: Button, action_id: string): types.Button {
  const button = { type: 'button' as const, action_id, value: action, text: plainText(cutText(cleanLine(label), SLACK_LIMITS.buttonText)) };
  return style === 'plain' ? button : { ...button, style };
}

function renderFeedback({ good, bad }: Extract<Block, { kind: 'feedback' }>, action_id: string): types.ContextActionsBlock {
  const [positive_button, negative_button] = [feedbackButton(good), feedbackButton(bad)];
  return { type: 'context_actions', elements: [{ type: 'feedback_buttons', action_id, positive_button, negative_button }] };
}

function feedbackButton({ label, action }: Button): types.FeedbackButtons['positive_button'] {
  const text = cutText(cleanLine(label), SLACK_LIMITS.buttonText);
  return { text: plainText(text), value: action, accessibility_label: text };
}
