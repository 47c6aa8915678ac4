import type { Fact, Gap, Phrasing } from '../facts/fact.ts';

/** What a question can be about: a fact, or a gap that is known to be one. */
export type Target = {
  /** Its place in the index's `targets`. */
  readonly number: number;
  readonly company: string | null;
  readonly topic: string;
  readonly about: readonly string[];
  readonly phrasings: readonly Phrasing[];
} & ({ readonly kind: 'fact'; readonly fact: Fact } | { readonly kind: 'gap'; readonly gap: Gap });

/** The id of the fact or gap behind a target. */
export function targetId(target: Target): string {
  return target.kind === 'fact' ? target.fact.id : target.gap.id;
}
