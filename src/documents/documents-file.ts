import { z } from 'zod';
import { both, id, isoDate, text } from '../reading/fields.ts';

/** The shape of `data/documents.yaml`. */
export const documentsFile = z.array(
  z.strictObject({
    id,
    file: text,
    title: both,
    outlet: id,
    original_outlet: id.nullable().default(null),
    source_domain: text.nullable().default(null),
    authors: z.array(text).default([]),
    language: z.enum(['en', 'fr']),
    date_published: isoDate.nullable().default(null),
    url: z.url('is not an address: https://…').nullable().default(null),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in lower case hexadecimal'),
  }),
);
