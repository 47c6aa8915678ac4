import { z } from 'zod';

/** Field shapes that the files in `data/` share. */

export const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not an id: lower case words joined by hyphens');
export const text = z.string().trim().min(1, 'is empty');
export const both = z.strictObject({ en: text, fr: text });
export const ids = z.array(id).default([]);
export const isoDate = z.string().refine(isDate, 'is not a date: YYYY, YYYY-MM or YYYY-MM-DD, of a month and a day that there are');

/** A block of text that holds one entry a line. */
export const lines = z.string().transform((block) =>
  block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
);
const someLines = lines.refine((given) => given.length > 0, 'is empty: expected at least one line');
export const linesInBoth = z.strictObject({ en: someLines, fr: someLines });

function isDate(given: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(given) ?? [];
  if (year === undefined) return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}
