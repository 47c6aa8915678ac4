import type { EntityKind } from '../facts/entity.ts';
import type { Fact } from '../facts/fact.ts';
import type { Index } from '../index/build-index.ts';
import type { Match } from '../match/rank-targets.ts';
import type { Question } from '../question/question.ts';
import type { Several } from './answer.ts';

/** What kind of names a list is to hold. */
const KINDS: readonly (readonly [EntityKind, RegExp])[] = [
  ['outlet', /^(?:media|medias|outlets?|publications?|journaux|newspapers?|press|presse|sources)$/],
  ['person', /^(?:ceos?|pdg|bosses|boss|patrons?|dirigeants?|executives?|presidents?|leaders?|people|persons?|personnes|speakers?)$/],
  ['product', /^(?:products?|produits?|tools?|outils?|assistants?|bots?|chatbots?)$/],
];
const NAMING = /^(?:named?|names|noms?|nomme\w*|cited?|cite\w*|quoted|mentioned|mentionne\w*|list|liste\w*|which|quels?|quelles?|all|every|each|tous|toutes)$/;
const INTRODUCING = new Set(['leader', 'person-role', 'ai-product', 'product-profile', 'sourcing', 'media-coverage', 'who-says', 'ai-vendor']);
const MOST_NAMES = 8;

/** "Which bosses are named?": for each named person, outlet or product, the fact that introduces it. */
export function listEntities(question: Question, matches: readonly Match[], index: Index): Several | null {
  const { words } = question.wording;
  const kind = KINDS.find(([, pattern]) => words.some((word) => pattern.test(word)))?.[0];
  if (kind === undefined || !words.some((word) => NAMING.test(word))) return null;
  const entities = [...index.base.entities.values()].filter((entity) => entity.kind === kind && entity.named);
  const introduced = entities.flatMap((entity) => {
    const fact = introduction(entity.id, question, matches, index);
    return fact ? [fact] : [];
  });
  const facts = [...new Set(introduced)].slice(0, MOST_NAMES);
  return facts.length < 2 ? null : { kind: 'several', shape: 'list', summary: null, sections: [{ entity: null, facts }], caveat: null };
}

/** The likeliest fact about an entity, those that introduce it first; only of the companies that are asked about. */
function introduction(entity: string, question: Question, matches: readonly Match[], index: Index): Fact | null {
  const facts = (index.byEntity.get(entity) ?? []).flatMap((number) => {
    const target = index.targets[number];
    return target?.kind === 'fact' && concerns(target.fact, question) ? [target.fact] : [];
  });
  const likelihood = (fact: Fact) => matches.find(({ target }) => target.kind === 'fact' && target.fact === fact)?.share ?? 0;
  const rank = (fact: Fact) => (INTRODUCING.has(fact.topic) ? 1 : 0) + likelihood(fact);
  return facts.sort((left, right) => rank(right) - rank(left))[0] ?? null;
}

function concerns(fact: Fact, question: Question): boolean {
  const substantial = (fact.claimant.kind !== 'page-note' && fact.claimant.kind !== 'headline-only') || fact.topic === 'sourcing';
  return substantial && (question.companies.length === 0 || question.companies.some((company) => fact.about.includes(company)));
}
