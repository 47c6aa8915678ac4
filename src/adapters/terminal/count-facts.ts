import type { Phrasing } from '../../facts/fact.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import type { Block } from '../../reply/reply.ts';
import type { Language } from '../../text/language.ts';

/** What `facts stats` prints: how much there is, on whom, from where. */
export function countFacts(base: FactBase, language: Language): Block[] {
  const facts = [...base.facts.values()];
  const gaps = [...base.gaps.values()];
  const phrasings = [...facts, ...gaps].flatMap((target) => target.phrasings);
  const totals = [
    ['facts', facts.length],
    ['with figures', facts.filter(({ measures }) => measures.length > 0).length],
    ['happenings', facts.filter(({ timeline }) => timeline !== null).length],
    ['gaps', gaps.length],
    ['topics', base.topics.size],
    ['concepts', base.concepts.length],
    ['entities', base.entities.size],
    ['documents', base.documents.size],
    ['phrasings in English', countIn('en', phrasings)],
    ['phrasings in French', countIn('fr', phrasings)],
  ] as const;
  const owners = [...base.entities.values()].map(({ id, name }) => ({ id, name: name[language] }));
  const companies = [...owners, { id: null, name: 'nobody in particular' }].map(
    ({ id, name }) => [name, facts.filter(({ company }) => company === id).length, gaps.filter(({ company }) => company === id).length] as const,
  );
  const documents = [...base.documents.values()].map(
    ({ id, title }) => [title[language], facts.filter(({ quotes }) => quotes.some(({ document }) => document === id)).length] as const,
  );
  const topics = [...base.topics.values()].map(({ id, label }) => [label[language], facts.filter(({ topic }) => topic === id).length] as const);
  return [
    table(['version', base.version], totals),
    table(
      ['company', 'facts', 'gaps'],
      companies.filter(([, own, open]) => own + open > 0),
    ),
    table(['document', 'facts'], documents),
    table(
      ['topic', 'facts'],
      topics.toSorted(([, left], [, right]) => right - left),
    ),
  ];
}

function table(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): Block {
  return { kind: 'table', columns, rows: rows.map((row) => row.map(String)) };
}

function countIn(language: Language, phrasings: readonly Phrasing[]): number {
  return phrasings.filter((phrasing) => phrasing.language === language).length;
}
