import type { SlackBlock } from './chart-block.ts';

/** A part of a message that is shown as a whole or not at all. */
export type Piece = {
  readonly blocks: readonly SlackBlock[];
  /** The same in plain words, for `text`; empty where that need not be read out. */
  readonly text: string;
  /** It makes no sense without what comes next: a heading, a quote whose source stands below. */
  readonly leads: boolean;
  /** What to show where a message has a table already: Slack takes one. */
  readonly instead: readonly Piece[];
};

export function piece(blocks: readonly SlackBlock[], text: string, leads = false): Piece {
  return { blocks, text, leads, instead: [] };
}
