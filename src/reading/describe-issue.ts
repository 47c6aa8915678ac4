import type { z } from 'zod';

/** A schema violation in plain words. */
export type Fault = {
  readonly path: readonly (string | number)[];
  /** It is the key at the end of the path that is wrong, and not its value. */
  readonly isKey: boolean;
  readonly what: string;
  readonly fix: string;
};

type Kind = { readonly name: string; readonly fix: string };

const LIST: Kind = { name: 'list', fix: 'write a list: each entry behind “- ” on a line of its own' };
const FIELDS: Kind = { name: 'fields', fix: 'write its fields, each as “name: value”' };
const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['array', { ...LIST, fix: `${LIST.fix}, or [] for none` }],
  ['tuple', LIST],
  ['object', FIELDS],
  ['record', FIELDS],
  ['string', { name: 'text', fix: 'write text' }],
  ['number', { name: 'number', fix: 'write a number: digits and a decimal point, without quotation marks' }],
  ['boolean', { name: 'true or false', fix: 'write true or false, without quotation marks' }],
]);

/** What is wrong with one value; with each of the fields where several are unknown. */
export function describeIssue(issue: z.core.$ZodIssue): Fault[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      isKey: true,
      what: `"${key}" is no field that is known here`,
      fix: `remove ${key}, or correct the spelling`,
    }));
  }
  return [{ path, isKey: false, ...describeValue(issue) }];
}

function describeValue(issue: z.core.$ZodIssue): Pick<Fault, 'what' | 'fix'> {
  if (issue.code === 'invalid_value') {
    return {
      what: `${describeFound(issue.input)}: expected one of ${issue.values.length} known values`,
      fix: `use one of: ${issue.values.map(String).join(', ')}`,
    };
  }
  if (issue.code === 'invalid_type')
    return describeType(issue.input, KINDS.get(issue.expected) ?? { name: issue.expected, fix: `write this field as ${issue.expected}` });
  return { what: issue.message.replace(/^Invalid input: /, '').replace(/\.$/, ''), fix: 'correct this field (CONTRIBUTING.md describes the fields)' };
}

function describeType(input: unknown, expected: Kind): Pick<Fault, 'what' | 'fix'> {
  const what = `${describeFound(input)}: expected ${expected.name}`;
  const isBare = expected.name === 'text' && (typeof input === 'number' || typeof input === 'boolean');
  return { what, fix: isBare ? `put it between quotation marks: "${input}"` : expected.fix };
}

function describeFound(input: unknown): string {
  if (input === undefined) return 'is missing';
  if (input === null) return 'is empty';
  if (Array.isArray(input)) return 'is a list';
  if (typeof input === 'object') return 'has fields';
  if (typeof input === 'string') return input.length > 40 ? `is “${input.slice(0, 40)}…”` : `is “${input}”`;
  return `is ${typeof input === 'number' ? 'the number ' : ''}${String(input)}`;
}
