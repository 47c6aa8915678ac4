import type { Block } from './reply.ts';

/** Of quotes in a row that stand in the same document, only the last names it. */
export function shareSources(blocks: readonly Block[]): Block[] {
  return blocks.map((block, at) => {
    const next = blocks[at + 1];
    if (block.kind !== 'quote' || next?.kind !== 'quote' || next.source !== block.source || next.label !== block.label) return block;
    return { ...block, source: '', label: '' };
  });
}
