import type { FactBase } from '../facts/fact-base.ts';
import type { Index } from '../index/build-index.ts';
import type { Problem } from '../reading/problem.ts';

/** One version of what the bot knows; a reload puts another one in its place and leaves this one as it is. */
export type Knowledge = { readonly base: FactBase; readonly index: Index; readonly loadedAt: Date };

export type LoadedKnowledge = { readonly ok: true; readonly knowledge: Knowledge } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Loads anew from wherever the knowledge comes from. */
export type LoadKnowledge = () => Promise<LoadedKnowledge>;
