import type { Problem } from '../reading/problem.ts';
import type { Fact } from './fact.ts';
import { type KnownIds, verifyReference } from './known-ids.ts';
import type { FactsFile, RawData, RawFact } from './raw-data.ts';
import { toFact } from './to-fact-base.ts';
import { verifyDerivedMeasure, verifyStatedMeasure } from './verify-measures.ts';
import { verifyQuote } from './verify-quotes.ts';

type Place = { readonly file: FactsFile; readonly index: number };

/** What facts say of others, quote and measure. */
export function verifyFacts(raw: RawData, known: KnownIds): Problem[] {
  const facts = collectFacts(raw);
  return raw.facts.files.flatMap((file) =>
    file.value.flatMap((fact, index) => [
      ...verifyNames(fact, known, { file, index }),
      ...verifyRelations(fact, known, { file, index }),
      ...verifyQuotes(fact, raw, { file, index }),
      ...verifyMeasures(fact, facts, raw.facts.complete, { file, index }),
    ]),
  );
}

/** Of two facts with the same id the first counts: the second is a problem of its own. */
function collectFacts(raw: RawData): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>();
  for (const fact of raw.facts.files.flatMap((file) => file.value)) {
    if (!facts.has(fact.id)) facts.set(fact.id, toFact(fact));
  }
  return facts;
}

function verifyNames(fact: RawFact, known: KnownIds, { file, index }: Place): Problem[] {
  const { who } = fact.claimant;
  return [
    ...(fact.company === 'none' ? [] : verifyReference(known, 'entity', fact.company, file, [index, 'company'])),
    ...fact.about.flatMap((id, at) => verifyReference(known, 'entity', id, file, [index, 'about', at])),
    ...(who === null ? [] : verifyReference(known, 'entity', who, file, [index, 'claimant', 'who'])),
    ...verifyReference(known, 'topic', fact.topic, file, [index, 'topic']),
  ];
}

function verifyRelations(fact: RawFact, known: KnownIds, { file, index }: Place): Problem[] {
  return Object.entries(fact.relations).flatMap(([kind, ids]) =>
    ids.flatMap((id, at) => verifyReference(known, 'fact', id, file, [index, 'relations', kind, at])),
  );
}

function verifyQuotes(fact: RawFact, { metadata, documents }: RawData, { file, index }: Place): Problem[] {
  if (metadata === null) return [];
  return fact.quotes.flatMap((quote, at) => {
    const problem = documents.unreadable.has(quote.document) ? null : verifyQuote(quote, documents.documents);
    return problem ? [file.problemAt([index, 'quotes', at, problem.field], problem.what, problem.fix)] : [];
  });
}

function verifyMeasures(fact: RawFact, facts: ReadonlyMap<string, Fact>, complete: boolean, { file, index }: Place): Problem[] {
  return toFact(fact).measures.flatMap((measure, at) => {
    const unknown = !complete && measure.operands?.some((id) => !facts.has(id));
    if (unknown) return [];
    const faults = measure.basis === 'stated' ? verifyStatedMeasure(measure, fact.quotes) : verifyDerivedMeasure(measure, facts, fact.id);
    return faults.map(({ field, what, fix }) => file.problemAt([index, 'measures', at, ...field.split('.')], what, fix));
  });
}
