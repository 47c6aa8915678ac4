import type { UnknownReason } from '../answer/answer.ts';
import type { Language } from '../text/language.ts';

/** One piece of a reply, without any platform's markup. */
export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly tone: 'lead' | 'plain' | 'small' }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly ordered: boolean }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'quote'; readonly exact: string; readonly label: string; readonly source: string }
  | { readonly kind: 'questions'; readonly label: string; readonly questions: readonly string[] };

export type Source = { readonly document: string; readonly file: string; readonly quote: string };

/** What a person gets to read, and what a program wants to know of it. */
export type Reply = {
  readonly language: Language;
  readonly status: 'answered' | 'unknown';
  readonly reason: UnknownReason | null;
  readonly blocks: readonly Block[];
  /** Ids of the facts that it rests on. */
  readonly facts: readonly string[];
  readonly sources: readonly Source[];
  readonly suggestions: readonly string[];
  /** Of the fact base that it came from. */
  readonly version: string;
};
