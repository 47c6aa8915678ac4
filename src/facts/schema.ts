import { z } from 'zod';
import { both, id, ids, isoDate, lines, linesInBoth, text } from '../reading/fields.ts';
import { ENTITY_KINDS, ROLES } from './entity.ts';
import { CLAIMANT_KINDS, DETAILS, FIRMNESSES, OPERATIONS, QUANTITIES, STANCES, STATUSES } from './fact.ts';

/** The shapes of the files in `data/`, as they are written. What they become is in the noun files beside this one. */

export const entitiesFile = z.array(
  z.strictObject({
    id,
    kind: z.enum(ENTITY_KINDS),
    name: both,
    aliases: z.array(text).default([]),
    descriptions: z.strictObject({ en: lines.default([]), fr: lines.default([]) }).default({ en: [], fr: [] }),
    role: z
      .strictObject({ is: z.enum(ROLES), of: id })
      .nullable()
      .default(null),
    named: z.boolean().default(true),
  }),
);

export const topicsFile = z.array(z.strictObject({ id, label: both, concepts: ids, phrasings: linesInBoth }));

export const conceptsFile = z.array(
  z.strictObject({
    id,
    sort: z.enum(['topic', 'question', 'off-topic', 'unreported']).default('topic'),
    en: lines,
    fr: lines,
  }),
);

const measure = z
  .strictObject({
    quantity: z.enum(QUANTITIES),
    value: z.number().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    unit: text,
    approximate: z.boolean().default(false),
    written: text.optional(),
    basis: z.enum(['stated', 'derived']),
    operation: z.enum(OPERATIONS).optional(),
    operands: z.array(id).optional(),
  })
  .refine((given) => given.value !== undefined || given.min !== undefined || given.max !== undefined, 'has neither value nor min nor max')
  .refine((given) => given.basis === 'stated' || (given.operation && given.operands), 'is derived and does not say how: operation and operands are missing');

const quote = z.strictObject({ document: id, exact: text });

export const factsFile = z.array(
  z.strictObject({
    id,
    company: id,
    topic: id,
    about: ids,
    statement: both,
    quotes: z.tuple([quote], quote),
    claimant: z.strictObject({ kind: z.enum(CLAIMANT_KINDS), who: id.nullable().default(null) }),
    firmness: z.enum(FIRMNESSES),
    stance: z.enum(STANCES),
    status: z.enum(STATUSES).nullable().default(null),
    date: z.strictObject({ iso: isoDate.optional(), en: text, fr: text }).nullable().default(null),
    timeline: z.number().nullable().default(null),
    measures: z.array(measure).default([]),
    lacks: z.array(z.enum(DETAILS)).default([]),
    relations: z
      .strictObject({ completes: ids, disputes: ids, supersedes: ids, explains: ids })
      .default({ completes: [], disputes: [], supersedes: [], explains: [] }),
    phrasings: linesInBoth,
  }),
);

export const gapsFile = z.array(z.strictObject({ id, company: id, topic: id, statement: both, nearest: ids, phrasings: linesInBoth }));

const weights = z.record(z.string(), z.number());
export const abstentionFile = z.strictObject({
  about: text,
  rank: weights,
  answer: weights,
  threshold: z.number().min(0, 'is below 0').max(1, 'is above 1'),
  measured: z.unknown(),
});
