import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Problem, wholeFile } from '../reading/problem.ts';
import type { YamlFile } from '../reading/read-yaml.ts';
import type { Document } from './document.ts';
import type { documentsFile } from './documents-file.ts';

type Entries = z.infer<typeof documentsFile>;

export type LoadedDocuments = { readonly documents: Map<string, Document>; readonly problems: Problem[] };

/**
 * Reads the texts in `seeds/` and joins them with what `data/documents.yaml` says of them.
 * @param folder the project's root
 */
export function loadDocuments(folder: string, metadata: YamlFile<Entries>): LoadedDocuments {
  const documents = new Map<string, Document>();
  const problems: Problem[] = [];
  const texts = listSeeds(folder, problems);
  for (const [index, entry] of metadata.value.entries()) {
    const at = (field: string, what: string, fix: string) => problems.push(metadata.problemAt([index, field], what, fix));
    if (documents.has(entry.id)) at('id', `the id ${entry.id} is there twice`, 'give each document an id of its own');
    if (!texts.delete(entry.file)) {
      at('file', `there is no file seeds/${entry.file}`, 'put the text there, or remove this entry');
      continue;
    }
    const text = readSeed(folder, entry, at);
    if (text !== null) documents.set(entry.id, { ...entry, text });
  }
  for (const file of texts) problems.push(missingMetadata(folder, file));
  return { documents, problems };
}

function listSeeds(folder: string, problems: Problem[]): Set<string> {
  try {
    return new Set(readdirSync(join(folder, 'seeds')).filter((name) => !name.startsWith('.')));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    problems.push(wholeFile('seeds/', `cannot be read (${reason})`, 'put the documents into this folder'));
    return new Set();
  }
}

function readSeed(folder: string, entry: Entries[number], at: (field: string, what: string, fix: string) => void): string | null {
  const bytes = readFileSync(join(folder, 'seeds', entry.file));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    at('file', `seeds/${entry.file} begins with a byte-order mark`, 'save the text as UTF-8 without a byte-order mark');
    return null;
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const line = bytes.subarray(0, firstInvalidByte(bytes)).toString('latin1').split('\n').length;
    at('file', `seeds/${entry.file} is not UTF-8 (first at its line ${line}; perhaps it is Latin-1)`, 'save the text as UTF-8');
    return null;
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== entry.sha256) {
    at('sha256', `seeds/${entry.file} has another SHA-256: ${sha256}`, 'restore the text, or, if the change is meant, write the new SHA-256 here');
  }
  return text;
}

function firstInvalidByte(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isUtf8Prefix(bytes.subarray(0, middle + 1))) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isUtf8Prefix(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function missingMetadata(folder: string, file: string): Problem {
  const sha256 = createHash('sha256').update(readFileSync(join(folder, 'seeds', file))).digest('hex');
  return wholeFile(
    `seeds/${file}`,
    'has no entry in data/documents.yaml',
    `add one there with id, file: ${file}, title (en, fr), outlet, language and sha256: ${sha256}`,
  );
}
