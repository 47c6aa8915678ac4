import type { Wording } from '../index/wording.ts';
import type { Shape } from './question.ts';

/** What kind of answer the words ask for. */
export function findShape(wording: Wording, companies: readonly string[]): Shape {
  const has = (concept: string) => wording.concepts.includes(concept);
  if (has('q-timeline')) return 'timeline';
  if (companies.length > 1 || (has('q-compare') && companies.length !== 1)) return 'compare';
  if (has('q-total')) return 'total';
  if (has('q-list')) return 'list';
  if (has('q-most') || has('q-earliest-latest')) return companies.length === 0 ? 'most' : 'one';
  if (has('contradiction')) return 'both-sides';
  if (has('q-who-says')) return 'who-says';
  return 'one';
}
