import { z } from 'zod';

/** Field shapes that the files in `data/` share. */

export const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not an id: lower case words joined by hyphens');
export const text = z.string({ error: 'is missing, or is not text' }).trim().min(1, 'is empty');
export const both = z.strictObject({ en: text, fr: text });
export const ids = z.array(id).default([]);
export const isoDate = z.string().regex(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/, 'is not a date: YYYY, YYYY-MM or YYYY-MM-DD');

/** A block of text that holds one entry a line. */
export const lines = z.string({ error: 'is missing, or is not a block of lines' }).transform((block) =>
  block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
);
export const linesInBoth = z.strictObject({ en: lines, fr: lines });
