import { join } from 'node:path';
import type { FactBase } from '../src/facts/fact-base.ts';
import { loadFactBase } from '../src/facts/load-fact-base.ts';

/** The project's real topics and concepts. */
export function loadKnowledge(): Pick<FactBase, 'topics' | 'concepts'> {
  const loaded = loadFactBase(join(import.meta.dirname, '..'));
  if (!loaded.ok) throw new Error(`data/ has ${loaded.problems.length} problems: run "npm run data" to see them`);
  return loaded.base;
}
