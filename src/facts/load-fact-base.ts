import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Document } from '../documents/document.ts';
import { documentsFile } from '../documents/documents-file.ts';
import { loadDocuments } from '../documents/load-documents.ts';
import { type Problem, wholeFile } from '../reading/problem.ts';
import { readYaml, type YamlFile } from '../reading/read-yaml.ts';
import type { FactBase } from './fact-base.ts';
import { abstentionFile, conceptsFile, entitiesFile, factsFile, gapsFile, topicsFile } from './schema.ts';
import { toConcept, toEntity, toFact, toGap, toTopic } from './to-fact-base.ts';
import { verifyReferences } from './verify-references.ts';

export type Loaded = { readonly ok: true; readonly base: FactBase } | { readonly ok: false; readonly problems: readonly Problem[] };

/** One folder of data, read and found well-formed. */
export type RawData = {
  readonly documents: ReadonlyMap<string, Document>;
  readonly entities: YamlFile<z.infer<typeof entitiesFile>>;
  readonly topics: YamlFile<z.infer<typeof topicsFile>>;
  readonly concepts: YamlFile<z.infer<typeof conceptsFile>>;
  readonly facts: readonly YamlFile<z.infer<typeof factsFile>>[];
  readonly gaps: readonly YamlFile<z.infer<typeof gapsFile>>[];
};

/**
 * Loads and verifies everything in `data/` and `seeds/`.
 * @param folder the project's root
 * @returns a complete, immutable base, or every problem found
 */
export function loadFactBase(folder: string): Loaded {
  const reader = new DataReader(folder);
  const metadata = reader.read('data/documents.yaml', documentsFile);
  const entities = reader.read('data/entities.yaml', entitiesFile);
  const topics = reader.read('data/topics.yaml', topicsFile);
  const concepts = reader.read('data/concepts.yaml', conceptsFile);
  const facts = reader.readFolder('data/facts', factsFile);
  const gaps = reader.readFolder('data/gaps', gapsFile);
  const abstention = existsSync(join(folder, 'data/abstention.json')) ? reader.read('data/abstention.json', abstentionFile) : null;
  const documents = metadata ? loadDocuments(folder, metadata) : { documents: new Map<string, Document>(), problems: [] };
  reader.problems.push(...documents.problems);
  if (!metadata || !entities || !topics || !concepts) return { ok: false, problems: reader.problems };

  const raw: RawData = { documents: documents.documents, entities, topics, concepts, facts, gaps };
  reader.problems.push(...verifyReferences(raw));
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return {
    ok: true,
    base: {
      version: reader.version([...raw.documents.values()]),
      documents: raw.documents,
      entities: new Map(entities.value.map((entity) => [entity.id, toEntity(entity)])),
      topics: new Map(topics.value.map((topic) => [topic.id, toTopic(topic)])),
      concepts: concepts.value.map(toConcept),
      facts: new Map(facts.flatMap((file) => file.value.map((fact) => [fact.id, toFact(fact)] as const))),
      gaps: new Map(gaps.flatMap((file) => file.value.map((gap) => [gap.id, toGap(gap)] as const))),
      abstention: abstention?.value ?? null,
    },
  };
}

/** Reads the files of one folder, collecting problems and a hash of all that was read. */
class DataReader {
  readonly problems: Problem[] = [];
  readonly #folder: string;
  readonly #hash = createHash('sha256');

  constructor(folder: string) {
    this.#folder = folder;
  }

  read<T>(file: string, schema: z.ZodType<T>): YamlFile<T> | null {
    const text = this.#text(file);
    if (text === null) return null;
    this.#hash.update(`${file}\0${text}\0`);
    const parsed = readYaml(file, text, schema);
    if (!Array.isArray(parsed)) return parsed;
    this.problems.push(...parsed);
    return null;
  }

  readFolder<T>(folder: string, schema: z.ZodType<T>): YamlFile<T>[] {
    const names = existsSync(join(this.#folder, folder)) ? readdirSync(join(this.#folder, folder)).filter((name) => name.endsWith('.yaml')) : [];
    if (names.length === 0) this.problems.push(wholeFile(`${folder}/`, 'holds no .yaml file', `add one, for example ${folder}/klarna.yaml`));
    return names.sort().flatMap((name) => this.read(`${folder}/${name}`, schema) ?? []);
  }

  version(documents: readonly Document[]): string {
    for (const document of documents) this.#hash.update(document.text);
    return this.#hash.digest('hex').slice(0, 8);
  }

  #text(file: string): string | null {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(join(this.#folder, file)));
    } catch (cause) {
      const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
      this.problems.push(missing ? wholeFile(file, 'is missing', 'restore the file') : wholeFile(file, `cannot be read (${cause instanceof Error ? cause.message : cause})`, 'save it as UTF-8'));
      return null;
    }
  }
}
