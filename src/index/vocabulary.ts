import type { SpellingIndex } from './spelling-index.ts';

/** The words that the base knows. */
export type Vocabulary = { readonly words: ReadonlySet<string>; readonly stems: SpellingIndex };
