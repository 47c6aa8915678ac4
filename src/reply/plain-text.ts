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
    case 'quote':
    case 'passage':
    case 'buttons':
    case 'questions':
      return null;
  }
}
