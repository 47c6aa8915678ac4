import type { Fact } from '../../src/facts/fact.ts';
import type { FactBase } from '../../src/facts/fact-base.ts';

/** @returns the id of the fact that it puts first, or null where it finds nothing */
export type Search = (question: string) => string | null | Promise<string | null>;

export type Engine = {
  readonly name: string;
  /** How it is set up, for the reader of the table. */
  readonly setup: string;
  build(base: FactBase): Search | Promise<Search>;
};

/** What a general search engine gets to see of a fact. */
export type FactDocument = { readonly id: string; readonly en: string; readonly fr: string; readonly company: string };

export function toDocuments(base: FactBase): FactDocument[] {
  return [...base.facts.values()].map((fact) => toDocument(fact, base));
}

function toDocument({ id, statement, company }: Fact, base: FactBase): FactDocument {
  return { id, en: statement.en, fr: statement.fr, company: base.entities.get(company ?? '')?.name.en ?? '' };
}
