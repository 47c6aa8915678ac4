import { z } from 'zod';

/** What one engine did at one size. */
const measurementSchema = z.strictObject({
  /** Questions asked: fewer than wanted where the time ran out. */
  asked: z.number(),
  right: z.number(),
  buildSeconds: z.number(),
  /** Of the index, beside the facts. */
  megabytes: z.number(),
  medianMs: z.number(),
  p99Ms: z.number(),
});
export type Measurement = z.infer<typeof measurementSchema>;

export const jobSchema = z.strictObject({ engine: z.string(), size: z.number(), questions: z.number(), seed: z.number(), deadlineSeconds: z.number() });
export type Job = z.infer<typeof jobSchema>;

/** What the child process tells: how far it is, and in the end the measurement. */
export const reportSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('generated') }),
  z.strictObject({ kind: z.literal('built'), seconds: z.number() }),
  z.strictObject({ kind: z.literal('asked'), count: z.number() }),
  z.strictObject({ kind: z.literal('done'), measurement: measurementSchema }),
]);
export type Report = z.infer<typeof reportSchema>;

export type Outcome = { readonly engine: string; readonly size: number } & (
  | { readonly kind: 'measured'; readonly measurement: Measurement }
  | { readonly kind: 'skipped'; readonly reason: string }
);
