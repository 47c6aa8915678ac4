import type { Fact } from '../facts/fact.ts';
import type { Match } from '../match/rank-targets.ts';

/** The facts among the matches, best first. */
export function matchedFacts(matches: readonly Match[]): { fact: Fact; match: Match }[] {
  return matches.flatMap((match) => (match.target.kind === 'fact' ? [{ fact: match.target.fact, match }] : []));
}
