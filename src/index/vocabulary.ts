import type { SpellingIndex } from './spelling-index.ts';

/** The words that the base knows, their stems, and the spelling of those that are used more than now and then. */
export type Vocabulary = { readonly words: ReadonlySet<string>; readonly stems: ReadonlySet<string>; readonly spelling: SpellingIndex };
