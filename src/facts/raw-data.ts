import type { z } from 'zod';
import type { documentsFile } from '../documents/documents-file.ts';
import type { LoadedDocuments } from '../documents/load-documents.ts';
import type { FilesRead } from '../reading/data-reader.ts';
import type { YamlFile } from '../reading/read-yaml.ts';
import type { conceptsFile, entitiesFile, factsFile, gapsFile, topicsFile } from './schema.ts';

type FileOf<Schema extends z.ZodType> = YamlFile<z.infer<Schema>>;

export type FactsFile = FileOf<typeof factsFile>;
export type RawFact = z.infer<typeof factsFile>[number];

/** All the data as it was read, and not yet compared. A file that could not be read is null: what refers to it cannot be judged. */
export type RawData = {
  readonly metadata: FileOf<typeof documentsFile> | null;
  readonly documents: LoadedDocuments;
  readonly entities: FileOf<typeof entitiesFile> | null;
  readonly topics: FileOf<typeof topicsFile> | null;
  readonly concepts: FileOf<typeof conceptsFile> | null;
  readonly facts: FilesRead<z.infer<typeof factsFile>>;
  readonly gaps: FilesRead<z.infer<typeof gapsFile>>;
};
