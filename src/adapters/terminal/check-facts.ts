import type { Loaded } from '../../facts/load-fact-base.ts';
import { describeProblem, type Problem } from '../../reading/problem.ts';
import { cleanText } from './clean-text.ts';

/** What `facts check` prints: the counts, or every problem and how many there are. */
export function checkFacts(loaded: Loaded): string {
  if (!loaded.ok) return listProblems(loaded.problems);
  const { facts, gaps, topics, entities, documents, version } = loaded.base;
  return `OK: ${facts.size} facts, ${gaps.size} gaps, ${topics.size} topics, ${entities.size} entities, ${documents.size} documents (version ${version})`;
}

export function listProblems(problems: readonly Problem[]): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return [...problems.map((problem) => cleanText(describeProblem(problem))), count].join('\n');
}
