import type { FactBase } from '../facts/fact-base.ts';
import type { Language } from '../text/language.ts';
import type { Block, Source } from './reply.ts';
import { TEXTS } from './texts.ts';

/** The document's own words, marked as French where the answer is English, and where they stand. */
export function quoteBlock(source: Source, base: FactBase, language: Language): Block {
  const original = base.documents.get(source.document)?.language !== language;
  return { kind: 'quote', exact: source.quote, label: original ? TEXTS[language].quote : '', source: describeSource(source.document, base, language) };
}

/** "Title — outlet, based on Engadget". */
export function describeSource(id: string, base: FactBase, language: Language): string {
  const document = base.documents.get(id);
  if (document === undefined) return id;
  const outlet = base.entities.get(document.outlet);
  const original = document.original_outlet !== null && document.original_outlet !== document.outlet ? base.entities.get(document.original_outlet) : undefined;
  const named = outlet?.named ? outlet.name[language] : TEXTS[language].noOutlet;
  return `${document.title[language]} — ${named}${original ? `, ${TEXTS[language].original} ${original.name[language]}` : ''}`;
}
