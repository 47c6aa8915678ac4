import { chartHeading, chartTable } from './chart-table.ts';
import { previewFile } from './preview-file.ts';
import type { Block } from './reply.ts';

/** What a person reads, without the quotes and without the questions to go on with. */
export function plainText(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => blockText(block) ?? [])
    .join('\n')
    .trim();
}

function blockText(block: Block): string | null {
  switch (block.kind) {
    case 'text':
    case 'heading':
      return block.text;
    case 'list':
      return block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : '•'} ${item}`).join('\n');
    case 'table':
      return [block.columns, ...block.rows].map((row) => row.join(' | ')).join('\n');
    case 'chart':
      return [chartHeading(block.chart), blockText(chartTable(block.chart))].join('\n');
    case 'file':
      return [block.description, ...previewFile(block.content)].join('\n');
    case 'link':
      return `${block.label}: ${block.url}`;
    case 'quote':
    case 'passage':
    case 'buttons':
    case 'feedback':
    case 'questions':
      return null;
  }
}
