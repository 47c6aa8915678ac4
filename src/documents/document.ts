import type { Language, Localised } from '../text/language.ts';

/** One article in `seeds/`, with what `data/documents.yaml` says of it (AI Incident Database calls it a report). */
export type Document = {
  readonly id: string;
  /** File name in `seeds/`. */
  readonly file: string;
  readonly title: Localised;
  /** Entity id of the outlet whose text this is, as far as the text shows it. */
  readonly outlet: string;
  /** Entity id of the outlet that the text itself gives as its source. */
  readonly original_outlet: string | null;
  readonly source_domain: string | null;
  readonly authors: readonly string[];
  readonly language: Language;
  /** ISO 8601, as precise as the text is; null where the text gives none. */
  readonly date_published: string | null;
  readonly url: string | null;
  readonly sha256: string;
  readonly text: string;
};
