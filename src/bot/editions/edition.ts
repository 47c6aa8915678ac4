import type { Reply } from '../../reply/reply.ts';
import type { Trace } from '../answer-question.ts';
import { CompanyFinder } from '../company-finder.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Library } from '../library.ts';
import { openLibrary } from '../open-library.ts';
import { Recent } from '../recent.ts';

/** Everything that is made of one version of the fact base. */
export type Edition = {
  readonly knowledge: Knowledge;
  readonly library: Library;
  readonly finder: CompanyFinder;
  /** The same question gets the same answer: many people ask the same, above all by pressing the same buttons. */
  readonly answers: Recent<Reply>;
  /** How replies came about that say that the documents do not say. */
  readonly traces: WeakMap<Reply, Trace>;
};

const MOST_ANSWERS = 1_000;

export function publish(knowledge: Knowledge): Edition {
  return { knowledge, library: openLibrary(knowledge), finder: new CompanyFinder(knowledge.base), answers: new Recent(MOST_ANSWERS), traces: new WeakMap() };
}
