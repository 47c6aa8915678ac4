import type { Problem } from '../reading/problem.ts';
import { findDuplicateIds } from './find-duplicate-ids.ts';
import { findSharedPhrasings } from './find-shared-phrasings.ts';
import { collectIds, type KnownIds, verifyReference } from './known-ids.ts';
import type { RawData } from './raw-data.ts';
import { verifyFacts } from './verify-facts.ts';

/** Everything that must agree between the files, as far as they could be read: ids, references, quotes, figures, phrasings. */
export function verifyReferences(raw: RawData): Problem[] {
  const known = collectIds(raw);
  return [
    ...findDuplicateIds(raw),
    ...verifyDocuments(raw, known),
    ...verifyEntities(raw, known),
    ...verifyTopics(raw, known),
    ...verifyFacts(raw, known),
    ...verifyGaps(raw, known),
    ...findSharedPhrasings([...raw.facts.files, ...raw.gaps.files]),
  ];
}

function verifyDocuments({ metadata }: RawData, known: KnownIds): Problem[] {
  if (metadata === null) return [];
  return metadata.value.flatMap(({ outlet, original_outlet }, index) => [
    ...verifyReference(known, 'entity', outlet, metadata, [index, 'outlet']),
    ...(original_outlet === null ? [] : verifyReference(known, 'entity', original_outlet, metadata, [index, 'original_outlet'])),
  ]);
}

function verifyEntities({ entities }: RawData, known: KnownIds): Problem[] {
  if (entities === null) return [];
  return entities.value.flatMap(({ role }, index) => (role === null ? [] : verifyReference(known, 'entity', role.of, entities, [index, 'role', 'of'])));
}

function verifyTopics({ topics }: RawData, known: KnownIds): Problem[] {
  if (topics === null) return [];
  return topics.value.flatMap(({ concepts }, index) => concepts.flatMap((id, at) => verifyReference(known, 'concept', id, topics, [index, 'concepts', at])));
}

function verifyGaps({ gaps }: RawData, known: KnownIds): Problem[] {
  return gaps.files.flatMap((file) =>
    file.value.flatMap((gap, index) => [
      ...(gap.company === 'none' ? [] : verifyReference(known, 'entity', gap.company, file, [index, 'company'])),
      ...verifyReference(known, 'topic', gap.topic, file, [index, 'topic']),
      ...gap.nearest.flatMap((id, at) => verifyReference(known, 'fact', id, file, [index, 'nearest', at])),
    ]),
  );
}
