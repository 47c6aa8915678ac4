import type { UnknownReason } from '../answer/answer.ts';
import type { Language } from '../text/language.ts';
import type { Chart } from './chart.ts';

/** One piece of a reply, without any platform's markup. */
export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly tone: 'lead' | 'plain' | 'small' }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly ordered: boolean }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'quote'; readonly exact: string; readonly label: string; readonly source: string }
  /** Words of a document as they stand there, between what stands around them. */
  | { readonly kind: 'passage'; readonly before: string; readonly exact: string; readonly after: string; readonly source: string }
  /** Questions that the bot can answer. Where there are buttons, each is one. */
  | { readonly kind: 'questions'; readonly label: string; readonly questions: readonly string[] }
  /** Shown only where there are buttons; nothing that has to be read. */
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  /** Asks whether an answer was any good. Shown only where there are buttons. */
  | { readonly kind: 'feedback'; readonly good: Button; readonly bad: Button }
  | { readonly kind: 'chart'; readonly chart: Chart }
  /** `url` is a platform's own address, never anything that people wrote. */
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  /** To be downloaded; `description` says what is in it. */
  | { readonly kind: 'file'; readonly name: string; readonly description: string; readonly content: string };

export type Button = {
  /** At most 75 characters. */
  readonly label: string;
  /** What a press means, as `writeAction` writes it. */
  readonly action: string;
  readonly style: 'plain' | 'primary' | 'danger';
};

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
  /** Of the fact base that it came from; empty for what a human says. */
  readonly version: string;
};
