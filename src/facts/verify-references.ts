import { type Problem } from '../reading/problem.ts';
import type { YamlFile } from '../reading/read-yaml.ts';
import { foldText } from '../text/fold-text.ts';
import type { RawData } from './load-fact-base.ts';
import { toFact } from './to-fact-base.ts';
import { verifyDerivedMeasure, verifyStatedMeasure } from './verify-measures.ts';
import { verifyQuote } from './verify-quotes.ts';

type Known = { readonly entities: ReadonlySet<string>; readonly topics: ReadonlySet<string>; readonly concepts: ReadonlySet<string>; readonly facts: ReadonlySet<string> };

/** Everything that must agree between the files: ids, references, quotes, figures, phrasings. */
export function verifyReferences(raw: RawData): Problem[] {
  const known: Known = {
    entities: new Set(raw.entities.value.map((entity) => entity.id)),
    topics: new Set(raw.topics.value.map((topic) => topic.id)),
    concepts: new Set(raw.concepts.value.map((concept) => concept.id)),
    facts: new Set(raw.facts.flatMap((file) => file.value.map((fact) => fact.id))),
  };
  return [
    ...findDuplicateIds(raw),
    ...verifyEntities(raw, known),
    ...verifyTopics(raw, known),
    ...verifyFacts(raw, known),
    ...verifyGaps(raw, known),
    ...findAmbiguousPhrasings(raw),
  ];
}

function findDuplicateIds(raw: RawData): Problem[] {
  const groups: readonly (readonly YamlFile<readonly { id: string }[]>[])[] = [[raw.entities], [raw.topics], [raw.concepts], [...raw.facts, ...raw.gaps]];
  return groups.flatMap((files) => {
    const seen = new Set<string>();
    return files.flatMap((file) =>
      file.value.flatMap(({ id }, index) => {
        const again = seen.has(id);
        seen.add(id);
        return again ? [file.problemAt([index, 'id'], `the id ${id} is there twice`, 'give each entry an id of its own')] : [];
      }),
    );
  });
}

function verifyEntities(raw: RawData, known: Known): Problem[] {
  return raw.entities.value.flatMap((entity, index) =>
    entity.role === null ? [] : unknownReference(raw.entities, [index, 'role', 'of'], entity.role.of, known.entities, 'entity', 'data/entities.yaml'),
  );
}

function verifyTopics(raw: RawData, known: Known): Problem[] {
  return raw.topics.value.flatMap((topic, index) =>
    topic.concepts.flatMap((concept, at) => unknownReference(raw.topics, [index, 'concepts', at], concept, known.concepts, 'concept', 'data/concepts.yaml')),
  );
}

function verifyFacts(raw: RawData, known: Known): Problem[] {
  const measured = new Map(raw.facts.flatMap((file) => file.value.map((fact) => [fact.id, toFact(fact)] as const)));
  return raw.facts.flatMap((file) =>
    file.value.flatMap((fact, index) => {
      const entity = (field: (string | number)[], id: string) => unknownReference(file, [index, ...field], id, known.entities, 'entity', 'data/entities.yaml');
      const relations = Object.entries(fact.relations).flatMap(([kind, ids]) =>
        ids.flatMap((id, at) => unknownReference(file, [index, 'relations', kind, at], id, known.facts, 'fact', 'data/facts/')),
      );
      const quotes = fact.quotes.flatMap((quote, at) => {
        const problem = verifyQuote(quote, raw.documents);
        return problem ? [file.problemAt([index, 'quotes', at, 'exact'], problem.what, problem.fix)] : [];
      });
      const measures = (measured.get(fact.id)?.measures ?? []).flatMap((measure, at) => {
        const faults = measure.basis === 'stated' ? verifyStatedMeasure(measure, fact.quotes) : verifyDerivedMeasure(measure, measured);
        return faults.map((fault) => file.problemAt([index, 'measures', at, ...fault.field.split('.')], fault.what, fault.fix));
      });
      return [
        ...(fact.company === 'none' ? [] : entity(['company'], fact.company)),
        ...fact.about.flatMap((id, at) => entity(['about', at], id)),
        ...(fact.claimant.who === null ? [] : entity(['claimant', 'who'], fact.claimant.who)),
        ...unknownReference(file, [index, 'topic'], fact.topic, known.topics, 'topic', 'data/topics.yaml'),
        ...relations,
        ...quotes,
        ...measures,
      ];
    }),
  );
}

function verifyGaps(raw: RawData, known: Known): Problem[] {
  return raw.gaps.flatMap((file) =>
    file.value.flatMap((gap, index) => [
      ...(gap.company === 'none' ? [] : unknownReference(file, [index, 'company'], gap.company, known.entities, 'entity', 'data/entities.yaml')),
      ...unknownReference(file, [index, 'topic'], gap.topic, known.topics, 'topic', 'data/topics.yaml'),
      ...gap.nearest.flatMap((id, at) => unknownReference(file, [index, 'nearest', at], id, known.facts, 'fact', 'data/facts/')),
    ]),
  );
}

function unknownReference(file: YamlFile<unknown>, path: (string | number)[], id: string, known: ReadonlySet<string>, kind: string, where: string): Problem[] {
  if (known.has(id)) return [];
  return [file.problemAt(path, `there is no ${kind} ${id}`, `correct the id, or add the ${kind} to ${where}`)];
}

/** The same words cannot ask for two different things: an exact phrasing is answered without a second look. */
function findAmbiguousPhrasings(raw: RawData): Problem[] {
  const owners = new Map<string, string>();
  return [...raw.facts, ...raw.gaps].flatMap((file) =>
    file.value.flatMap((entry, index) =>
      (['en', 'fr'] as const).flatMap((language) =>
        entry.phrasings[language].flatMap((line) => {
          const key = foldText(line.replace(/^[+-] /, '')).replace(/[?!. ]+$/, '');
          const owner = owners.get(key);
          owners.set(key, owner ?? entry.id);
          if (owner === undefined || owner === entry.id) return [];
          return [file.problemAt([index, 'phrasings', language], `“${line}” is a phrasing of ${owner}, too`, 'keep it where it fits better')];
        }),
      ),
    ),
  );
}
