import type { Fields } from './json.ts';

/** A message as the channel has it now. */
export type Message = {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | undefined;
  /** Id of whoever wrote it. */
  readonly user: string;
  readonly text: string;
  /** With the block ids that Slack gives where there are none. */
  readonly blocks: readonly Fields[];
  /** Who alone sees it; undefined where everybody does. */
  readonly visibleTo: string | undefined;
  readonly edited: boolean;
};

export type View = { readonly id: string; readonly user: string; readonly content: Fields; readonly hash: string };
