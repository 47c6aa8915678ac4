import type { FactBase } from '../facts/fact-base.ts';
import type { Index } from '../index/build-index.ts';
import type { Problem } from '../reading/problem.ts';

/** One version of what the bot knows; a reload puts another one in its place and leaves this one as it is. */
export type Knowledge = {
  readonly base: FactBase;
  readonly index: Index;
  readonly loadedAt: Date;
  /** What it was loaded from, as `readDataFiles` has it; null where that is not known. */
  readonly files?: Buffer | null;
  /** Under which the cache has what was computed from them; null where it has not. */
  readonly cacheKey?: string | null;
};

/** What was computed elsewhere, as the cache there has it. */
export type CompiledFile = { readonly key: string; readonly bytes: Buffer };

export type LoadedKnowledge = { readonly ok: true; readonly knowledge: Knowledge } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Loads anew from wherever the knowledge comes from. */
export type LoadKnowledge = () => Promise<LoadedKnowledge>;
