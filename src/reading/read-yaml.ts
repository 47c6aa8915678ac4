import { type Alias, type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { describeIssue } from './describe-issue.ts';
import type { Problem } from './problem.ts';

type Path = readonly (string | number)[];

/** A parsed YAML file that can still say where each of its values stands. */
export type YamlFile<T> = {
  readonly value: T;
  /** A problem at a value, or at its nearest ancestor that is there. */
  readonly problemAt: (path: Path, what: string, fix: string) => Problem;
  /** A problem at one line of a block of lines. */
  readonly problemAtLine: (path: Path, line: string, what: string, fix: string) => Problem;
};

/**
 * Parses and checks one YAML file.
 * @param file path as problems are to show it
 * @returns the file, or its first syntax error (the others mostly follow from it), or every schema violation in it
 */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): YamlFile<T> | Problem[] {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, uniqueKeys: true });
  const problem = (offset: number, path: Path, what: string, fix: string): Problem => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line, column: col, field: path.join('.'), what, fix };
  };
  const [error] = document.errors;
  if (error) return [problem(offsetOfError(document, error), [], describeError(error), 'correct the YAML at this place')];
  const content = toContent(document);
  if ('what' in content) return [problem(content.offset, [], content.what, content.fix)];
  const parsed = schema.safeParse(content.value, { reportInput: true });
  if (!parsed.success) {
    return parsed.error.issues
      .flatMap(describeIssue)
      .map(({ path, isKey, what, fix }) => problem(isKey ? offsetOfKey(document, path) : offsetOf(document, path), path, what, fix));
  }
  return {
    value: parsed.data,
    problemAt: (path, what, fix) => problem(offsetOf(document, path), path, what, fix),
    problemAtLine: (path, line, what, fix) => problem(offsetOfLine(document, text, path, line), path, what, fix),
  };
}

function describeError(error: YAMLError): string {
  return `is not valid YAML: ${error.message.split('\n')[0]?.replace(/ at line.*$/, '') ?? error.code}`;
}

/** A quotation mark that is not closed is found missing at the end of the file; it is wanted where it was opened. */
function offsetOfError(document: Document.Parsed, error: YAMLError): number {
  let offset = error.pos[0];
  if (!/^Missing closing ["']quote/.test(error.message)) return offset;
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type?.startsWith('QUOTE_') && range && range[0] < error.pos[0]) offset = range[0];
    },
  });
  return offset;
}

type Unusable = { readonly offset: number; readonly what: string; readonly fix: string };

/** Aliases ("*name") are resolved only here: they may stand for nothing, or for so much that the parser gives up. */
function toContent(document: Document.Parsed): { readonly value: unknown } | Unusable {
  try {
    return { value: document.toJS() };
  } catch (cause) {
    const aliases: Alias[] = [];
    visit(document, { Alias: (_, alias) => void aliases.push(alias) });
    const lost = aliases.find((alias) => alias.resolve(document) === undefined);
    if (lost) {
      const what = `“*${lost.source}” refers to “&${lost.source}”, which is not there`;
      return { offset: lost.range?.[0] ?? 0, what, fix: 'put a value that begins with an asterisk between quotation marks' };
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { offset: aliases[0]?.range?.[0] ?? 0, what: `cannot be read: ${reason}`, fix: 'write the values out in place of referring to them with “*”' };
  }
}

/** Offset of the deepest node along a path that exists. */
function offsetOf(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

/** Offset of the key that a path ends in. */
function offsetOfKey(document: Document.Parsed, path: Path): number {
  const parent = document.getIn(path.slice(0, -1), true);
  const key = isMap(parent) ? parent.items.map((pair) => pair.key).find((given) => isScalar(given) && given.value === path.at(-1)) : undefined;
  return isScalar(key) && key.range ? key.range[0] : offsetOf(document, path);
}

/** Offset of a line in a block of text; that of the block where the line does not stand in it so. */
function offsetOfLine(document: Document.Parsed, text: string, path: Path, line: string): number {
  const block = document.getIn(path, true);
  if (!isNode(block) || !block.range) return offsetOf(document, path);
  let [offset] = block.range;
  for (const written of text.slice(offset, block.range[1]).split('\n')) {
    if (written.trim() === line) return offset + written.indexOf(line);
    offset += written.length + 1;
  }
  return block.range[0];
}
