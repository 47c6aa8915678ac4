import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { z } from 'zod';
import { listFolder } from '../reading/list-folder.ts';
import { type Problem, wholeFile } from '../reading/problem.ts';
import { decodeUtf8, readBytes } from '../reading/read-bytes.ts';
import type { YamlFile } from '../reading/read-yaml.ts';
import type { Document } from './document.ts';
import type { documentsFile } from './documents-file.ts';
import { firstInvalidByte } from './first-invalid-byte.ts';

type Entry = z.infer<typeof documentsFile>[number];
type Fault = { readonly field: string; readonly what: string; readonly fix: string };

export type LoadedDocuments = {
  readonly documents: ReadonlyMap<string, Document>;
  /** Ids of documents that have an entry and no text that can be read: what quotes them cannot be judged. */
  readonly unreadable: ReadonlySet<string>;
  readonly problems: readonly Problem[];
};

export const NO_DOCUMENTS: LoadedDocuments = { documents: new Map(), unreadable: new Set(), problems: [] };

/**
 * Reads the texts in `seeds/` and joins them with what `data/documents.yaml` says of them.
 * @param folder the project's root
 */
export function loadDocuments(folder: string, metadata: YamlFile<readonly Entry[]>): LoadedDocuments {
  const seeds = listFolder(folder, 'seeds', 'put the documents into this folder');
  const documents = new Map<string, Document>();
  const unreadable = new Set<string>();
  const problems = [...seeds.problems];
  const owners = new Map<string, string>();
  for (const [index, entry] of metadata.value.entries()) {
    const { text, faults } = readEntry(folder, entry, seeds.names ?? [], owners.get(entry.file));
    const known = documents.has(entry.id) || unreadable.has(entry.id);
    if (known) faults.unshift({ field: 'id', what: `the id ${entry.id} is there twice`, fix: 'give each document an id of its own' });
    else if (text === null) unreadable.add(entry.id);
    else documents.set(entry.id, { ...entry, text });
    owners.set(entry.file, owners.get(entry.file) ?? entry.id);
    problems.push(...faults.map(({ field, what, fix }) => metadata.problemAt([index, field], what, fix)));
  }
  const forgotten = (seeds.names ?? []).filter((file) => !owners.has(file));
  return { documents, unreadable, problems: [...problems, ...forgotten.map((file) => missingMetadata(folder, file))] };
}

/** @param owner id of an earlier entry that has the same text */
function readEntry(folder: string, entry: Entry, seeds: readonly string[], owner: string | undefined): { text: string | null; faults: Fault[] } {
  const unusable = (what: string, fix: string) => ({ text: null, faults: [{ field: 'file', what, fix }] });
  if (!seeds.includes(entry.file)) return unusable(`there is no file seeds/${entry.file}`, 'put the text there, or remove this entry');
  if (owner !== undefined) return unusable(`seeds/${entry.file} is the text of ${owner} already`, 'give each text one entry');
  const bytes = readBytes(join(folder, 'seeds', entry.file));
  if (typeof bytes === 'string') return unusable(`seeds/${entry.file} cannot be read (${bytes})`, 'make it a file that we may read');
  const text = decodeUtf8(bytes);
  if (text === null) {
    return unusable(
      `seeds/${entry.file} is not UTF-8 (first at its line ${lineOf(bytes, firstInvalidByte(bytes))}; perhaps it is Latin-1)`,
      'save the text as UTF-8',
    );
  }
  if (text.startsWith('\ufeff')) return unusable(`seeds/${entry.file} begins with a byte-order mark`, 'save the text as UTF-8 without a byte-order mark');
  return { text, faults: verifyHash(entry, bytes) };
}

function verifyHash(entry: Entry, bytes: Buffer): Fault[] {
  const sha256 = hashOf(bytes);
  if (sha256 === entry.sha256) return [];
  return [
    {
      field: 'sha256',
      what: `seeds/${entry.file} has another SHA-256: ${sha256}`,
      fix: 'restore the text, or, if the change is meant, write the new SHA-256 here',
    },
  ];
}

function missingMetadata(folder: string, file: string): Problem {
  const bytes = readBytes(join(folder, 'seeds', file));
  const sha256 = typeof bytes === 'string' ? 'the SHA-256 of the text' : hashOf(bytes);
  return wholeFile(
    `seeds/${file}`,
    'has no entry in data/documents.yaml',
    `add one there with id, file: ${file}, title (en, fr), outlet, language and sha256: ${sha256}`,
  );
}

function lineOf(bytes: Buffer, offset: number): number {
  return bytes.subarray(0, offset).toString('latin1').split('\n').length;
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
