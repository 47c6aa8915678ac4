import type { Block, Reply } from '../reply/reply.ts';
import type { Language } from '../text/language.ts';

export type CompanyEntry = {
  /** Entity id. */
  readonly id: string;
  readonly name: string;
  /** Counts. */
  readonly facts: number;
  readonly happenings: number;
  readonly figures: number;
  readonly documents: number;
};

export type DocumentEntry = {
  readonly id: string;
  /** Name in `seeds/`. */
  readonly file: string;
  /** "Title — outlet". */
  readonly source: string;
  readonly language: Language;
  /** How many facts quote it. */
  readonly facts: number;
};

/** What one version of the fact base can tell, ready to be said. */
export type Library = {
  readonly version: string;
  readonly loadedAt: Date;
  readonly counts: { readonly documents: number; readonly companies: number; readonly facts: number; readonly gaps: number };
  /** The latest date that a fact has, as precise as its document is; null where none has any. */
  readonly newest: (language: Language) => string | null;
  /** Companies that there are facts on, the best known first. */
  readonly companies: (language: Language) => readonly CompanyEntry[];
  readonly documents: (language: Language) => readonly DocumentEntry[];
  /** @param company entity id, here as below */
  readonly profile: (company: string, language: Language) => Reply;
  readonly compare: (companies: readonly string[], language: Language) => Reply;
  readonly timeline: (companies: readonly string[], language: Language) => Reply;
  /**
   * Around each quote of the facts, where it stands in its document.
   * @param facts as `shortId` writes them; those that this version does not have are left out
   */
  readonly passages: (facts: readonly string[], language: Language) => readonly Block[];
  /** A fact in a sentence; null where this version does not have it. */
  readonly statement: (fact: string, language: Language) => string | null;
  /** The facts that a question is answered with, by itself; none where it is not. */
  readonly answeredWith: (question: string, language: Language) => readonly string[];
  /** Questions that show what can be asked, each on another company. */
  readonly examples: (language: Language) => readonly string[];
};
