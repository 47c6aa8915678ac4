import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { listFolder } from './list-folder.ts';
import { type Problem, wholeFile } from './problem.ts';
import { decodeUtf8, readBytes } from './read-bytes.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';

/** The files of one folder that could be read; `complete` where that is all of them. */
export type FilesRead<T> = { readonly files: readonly YamlFile<T>[]; readonly complete: boolean };

/** Reads YAML files below one folder, collecting problems and a hash of all that was read. */
export class DataReader {
  readonly problems: Problem[] = [];
  readonly #root: string;
  readonly #hash = createHash('sha256');

  constructor(root: string) {
    this.#root = root;
  }

  /** @returns null where the file cannot be read: `problems` says why */
  read<T>(file: string, schema: z.ZodType<T>): YamlFile<T> | null {
    const text = this.#text(file);
    if (text === null) return null;
    this.#hash.update(`${file}\0${text}\0`);
    const parsed = readYaml(file, text, schema);
    if (!Array.isArray(parsed)) return parsed;
    this.problems.push(...parsed);
    return null;
  }

  readIfThere<T>(file: string, schema: z.ZodType<T>): YamlFile<T> | null {
    return existsSync(join(this.#root, file)) ? this.read(file, schema) : null;
  }

  readFolder<T>(folder: string, schema: z.ZodType<T>): FilesRead<T> {
    const example = `for example ${folder}/klarna.yaml`;
    const { names, problems } = listFolder(this.#root, folder, `make it a folder of .yaml files, ${example}`);
    this.problems.push(...problems);
    if (names === null) return { files: [], complete: false };
    const yaml = names.filter((name) => name.endsWith('.yaml'));
    const misnamed = names.filter((name) => /\.ya?ml$/i.test(name) && !name.endsWith('.yaml'));
    this.problems.push(
      ...misnamed.map((name) => wholeFile(`${folder}/${name}`, 'is not read, because of its ending', `rename it to ${name.replace(/\.\w+$/, '.yaml')}`)),
    );
    if (yaml.length === 0) this.problems.push(wholeFile(`${folder}/`, 'holds no .yaml file', `add one, ${example}`));
    const files = yaml.flatMap((name) => this.read(`${folder}/${name}`, schema) ?? []);
    return { files, complete: problems.length === 0 && misnamed.length === 0 && yaml.length > 0 && files.length === yaml.length };
  }

  /** A short hash of everything read so far, and of more texts. */
  version(texts: readonly string[]): string {
    const hash = this.#hash.copy();
    for (const text of texts) hash.update(text);
    return hash.digest('hex').slice(0, 8);
  }

  #text(file: string): string | null {
    const bytes = readBytes(join(this.#root, file));
    const text = typeof bytes === 'string' ? null : decodeUtf8(bytes);
    if (text === null) this.problems.push(typeof bytes === 'string' ? this.#unreadable(file, bytes) : wholeFile(file, 'is not UTF-8', 'save it as UTF-8'));
    return text;
  }

  #unreadable(file: string, reason: string): Problem {
    if (!existsSync(join(this.#root, file))) return wholeFile(file, 'is missing', 'restore the file');
    return wholeFile(file, `cannot be read (${reason})`, 'make it a file that we may read');
  }
}
