import { type Fields, isFields } from './json.ts';

/** The objects in a value, itself included, parents first. */
export function* walkFields(value: unknown): Generator<Fields> {
  if (isFields(value)) yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const part of Object.values(value)) yield* walkFields(part);
}
