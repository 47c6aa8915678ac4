import { documentsFile } from '../documents/documents-file.ts';
import { loadDocuments, NO_DOCUMENTS } from '../documents/load-documents.ts';
import { DataReader } from '../reading/data-reader.ts';
import type { Problem } from '../reading/problem.ts';
import type { FactBase } from './fact-base.ts';
import type { RawData } from './raw-data.ts';
import { abstentionFile, conceptsFile, entitiesFile, factsFile, gapsFile, topicsFile } from './schema.ts';
import { toConcept, toEntity, toFact, toGap, toTopic } from './to-fact-base.ts';
import { verifyReferences } from './verify-references.ts';

export type Loaded = { readonly ok: true; readonly base: FactBase } | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Loads and verifies everything in `data/` and `seeds/`.
 * @param folder the project's root
 * @returns a complete, immutable base, or every problem found
 */
export function loadFactBase(folder: string): Loaded {
  const reader = new DataReader(folder);
  const raw = readRawData(folder, reader);
  const abstention = reader.readIfThere('data/abstention.json', abstentionFile);
  const problems = [...reader.problems, ...raw.documents.problems, ...verifyReferences(raw)];
  const { documents, entities, topics, concepts } = raw;
  if (problems.length > 0 || !entities || !topics || !concepts) return { ok: false, problems };
  return {
    ok: true,
    base: {
      version: reader.version([...documents.documents.values()].map(({ text }) => text)),
      documents: documents.documents,
      entities: new Map(entities.value.map((entity) => [entity.id, toEntity(entity)])),
      topics: new Map(topics.value.map((topic) => [topic.id, toTopic(topic)])),
      concepts: concepts.value.map(toConcept),
      facts: new Map(raw.facts.files.flatMap((file) => file.value.map((fact) => [fact.id, toFact(fact)] as const))),
      gaps: new Map(raw.gaps.files.flatMap((file) => file.value.map((gap) => [gap.id, toGap(gap)] as const))),
      abstention: abstention?.value ?? null,
    },
  };
}

function readRawData(folder: string, reader: DataReader): RawData {
  const metadata = reader.read('data/documents.yaml', documentsFile);
  return {
    metadata,
    documents: metadata ? loadDocuments(folder, metadata) : NO_DOCUMENTS,
    entities: reader.read('data/entities.yaml', entitiesFile),
    topics: reader.read('data/topics.yaml', topicsFile),
    concepts: reader.read('data/concepts.yaml', conceptsFile),
    facts: reader.readFolder('data/facts', factsFile),
    gaps: reader.readFolder('data/gaps', gapsFile),
  };
}
