import type { Chart } from '../../reply/chart.ts';
import { chartHeading, chartTable } from '../../reply/chart-table.ts';
import { previewFile } from '../../reply/preview-file.ts';
import type { Block, Reply } from '../../reply/reply.ts';
import { shareSources } from '../../reply/share-sources.ts';
import { TEXTS } from '../../reply/texts.ts';
import { cleanText } from './clean-text.ts';
import { renderTable } from './render-table.ts';
import type { TerminalStyle } from './terminal-style.ts';
import { wrapText } from './wrap-text.ts';

/** A reply as it is read in a terminal, the version of the data in small print. */
export function renderTerminal(reply: Pick<Reply, 'blocks' | 'language' | 'version'>, style: TerminalStyle): string {
  const version = style.paint('dim', cleanText(`${TEXTS[reply.language].version} ${reply.version}`));
  return `${renderBlocks(reply.blocks, style)}\n${version}`;
}

/** Blocks below each other; a free line before a heading, the quotes and the questions. */
export function renderBlocks(blocks: readonly Block[], style: TerminalStyle): string {
  return shareSources(blocks)
    .filter(({ kind }) => kind !== 'buttons' && kind !== 'feedback')
    .map((block, at, all) => `${at > 0 && standsApart(block, all[at - 1]) ? '\n' : ''}${renderBlock(block, style)}`)
    .join('\n');
}

const APART: ReadonlySet<Block['kind']> = new Set(['heading', 'questions', 'quote', 'chart', 'file']);

function standsApart({ kind }: Block, previous: Block | undefined): boolean {
  if (previous?.kind === 'quote' && previous.source === '') return false;
  return APART.has(kind) || previous?.kind === 'quote' || previous?.kind === 'table' || previous?.kind === 'chart';
}

function renderBlock(block: Block, style: TerminalStyle): string {
  switch (block.kind) {
    case 'text':
      return renderText(cleanText(block.text), block.tone, style);
    case 'heading':
      return renderHeading(block.text, style);
    case 'list':
      return block.items.map((item, at) => renderItem(item, block.ordered ? `${at + 1}.` : '•', style)).join('\n');
    case 'table':
      return renderCells(block, style);
    case 'quote':
      return renderQuote(block, style);
    case 'passage':
      return renderPassage(block, style);
    case 'chart':
      return renderChart(block.chart, style);
    case 'file':
      return renderFile(block, style);
    case 'link':
      return renderText(cleanText(`${block.label}: ${block.url}`), 'plain', style);
    case 'buttons':
    case 'feedback':
      return '';
    case 'questions':
      return [cleanText(block.label), ...block.questions.map((question, at) => renderItem(question, `${at + 1}`, style))].join('\n');
  }
}

function renderHeading(text: string, style: TerminalStyle): string {
  return style.paint(['bold', 'cyan'], wrapText(cleanText(text), style.width));
}

function renderCells({ columns, rows }: Extract<Block, { kind: 'table' }>, style: TerminalStyle): string {
  return renderTable(
    columns.map(cleanText),
    rows.map((row) => row.map(cleanText)),
    style,
  );
}

/** Its figures, below its title. */
function renderChart(chart: Chart, style: TerminalStyle): string {
  return `${renderHeading(chartHeading(chart), style)}\n${renderCells(chartTable(chart), style)}`;
}

/** What is in it, and how it begins. */
function renderFile({ description, content }: Extract<Block, { kind: 'file' }>, style: TerminalStyle): string {
  const lines = previewFile(content).map((line) => `${style.paint('dim', '  │')} ${cleanText(line)}`);
  return [renderText(cleanText(description), 'plain', style), ...lines].join('\n');
}

function renderText(text: string, tone: 'lead' | 'plain' | 'small', style: TerminalStyle): string {
  const wrapped = wrapText(text, style.width);
  if (tone === 'plain') return wrapped;
  return style.paint(tone === 'lead' ? 'bold' : 'dim', wrapped);
}

/** Below the text of an item, for marks of one to three characters. */
const INDENT = ' '.repeat(6);

function renderItem(item: string, mark: string, style: TerminalStyle): string {
  return `  ${style.paint('cyan', mark)} ${wrapText(cleanText(item), style.width - INDENT.length).replaceAll('\n', `\n${INDENT}`)}`;
}

/** What stands around a quote behind a bar, the quote itself in bold. */
function renderPassage({ before, exact, after, source }: Extract<Block, { kind: 'passage' }>, style: TerminalStyle): string {
  const text = `${cleanText(before)}${style.paint('bold', cleanText(exact))}${cleanText(after)}`;
  const bar = style.paint('dim', '  │');
  return [...wrapText(text, style.width - 4).split('\n'), style.paint('dim', cleanText(source))].map((line) => `${bar} ${line}`).join('\n');
}

/** The document's own words behind a bar, and below them where they stand. */
function renderQuote({ exact, label, source }: Extract<Block, { kind: 'quote' }>, style: TerminalStyle): string {
  const words = wrapText(`“${cleanText(exact)}”`, style.width - 4);
  const place = wrapText(cleanText([label, source].filter((part) => part !== '').join(' · ')), style.width - 4);
  const barred = (text: string, format: 'italic' | 'dim') => text.split('\n').map((line) => `${style.paint('dim', '  │')} ${style.paint(format, line)}`);
  return [...barred(words, 'italic'), ...(place === '' ? [] : barred(place, 'dim'))].join('\n');
}
