import type { z } from 'zod';
import { type BodyIssue, REFUSALS } from './api-refusal.ts';

/** Parses what the bot sent, or refuses it as Discord does: 400, code 50035, and every issue at its place. */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw REFUSALS.invalidForm(toIssues(parsed.error));
  return parsed.data;
}

/** The same without throwing, with `path` in front of each issue's own. */
export function findIssues(schema: z.ZodType, value: unknown, path: readonly PropertyKey[]): readonly BodyIssue[] {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : toIssues(parsed.error).map((one) => ({ ...one, path: [...path, ...one.path] }));
}

function toIssues({ issues }: z.ZodError): readonly BodyIssue[] {
  return issues.map(({ path, code, message }) => ({ path, code: CODES.get(code) ?? 'BASE_TYPE_INVALID', message }));
}

const CODES: ReadonlyMap<string, string> = new Map([
  ['too_big', 'BASE_TYPE_BAD_LENGTH'],
  ['too_small', 'BASE_TYPE_BAD_LENGTH'],
  ['invalid_type', 'BASE_TYPE_REQUIRED'],
  ['invalid_format', 'STRING_TYPE_REGEX'],
  ['invalid_value', 'BASE_TYPE_CHOICES'],
]);
