import type { Engine } from './engine.ts';
import { flexsearch } from './flexsearch.ts';
import { fuse, fuseTokens } from './fuse.ts';
import { minisearch } from './minisearch.ts';
import { orama } from './orama.ts';
import { ours } from './ours.ts';

export const ENGINES: readonly Engine[] = [ours, fuse, fuseTokens, minisearch, orama, flexsearch];

export function findEngine(name: string): Engine {
  const engine = ENGINES.find((known) => known.name === name);
  if (engine === undefined) throw new RangeError(`there is no engine ${name}: use one of ${ENGINES.map((known) => known.name).join(', ')}`);
  return engine;
}
