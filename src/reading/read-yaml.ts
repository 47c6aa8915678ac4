import { LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';

type Path = readonly (string | number)[];

/** A parsed YAML file that can still say where each of its values stands. */
export type YamlFile<T> = {
  readonly value: T;
  /** A problem at a value, or at its nearest ancestor that is there. */
  readonly problemAt: (path: Path, what: string, fix: string) => Problem;
};

/**
 * Parses and checks one YAML file.
 * @param file path as problems are to show it
 * @returns the file, or every syntax error or every schema violation in it
 */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): YamlFile<T> | Problem[] {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, uniqueKeys: true });
  const problemAt = (path: Path, what: string, fix: string): Problem => {
    const offset = offsetOf((at) => document.getIn(at, true), path);
    const { line, col } = lineCounter.linePos(offset);
    return { file, line, column: col, field: path.join('.'), what, fix };
  };
  if (document.errors.length > 0) {
    return document.errors.map((error) => {
      const { line, col } = lineCounter.linePos(error.pos[0]);
      const what = `is not valid YAML: ${error.message.split('\n')[0]?.replace(/ at line.*$/, '') ?? error.code}`;
      return { file, line, column: col, field: '', what, fix: 'correct the YAML at this place' };
    });
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, problemAt };
  return parsed.error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    return problemAt(path, describeIssue(issue), fixFor(issue));
  });
}

/** Offset of the deepest node along a path that exists. */
function offsetOf(nodeAt: (path: Path) => unknown, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node = nodeAt(path.slice(0, length));
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}

function describeIssue(issue: z.core.$ZodIssue): string {
  return issue.message.replace(/^Invalid input: /, '').replace(/\.$/, '');
}

function fixFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `remove ${issue.keys.join(', ')}, or correct the spelling`;
  if (issue.code === 'invalid_value') return `use one of: ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_type') return `give this field as ${issue.expected}`;
  return 'correct this field (CONTRIBUTING.md describes the fields)';
}
