import type { FactBase } from '../facts/fact-base.ts';
import type { Target } from './target.ts';
import type { Group } from './train-linear.ts';

/** Facts and gaps, those of one company next to each other. */
export function listTargets(base: FactBase): Target[] {
  const companies = new Map<string, Target[]>();
  const add = (company: string | null, target: Target) => {
    const own = companies.get(company ?? '');
    if (own === undefined) companies.set(company ?? '', [target]);
    else own.push(target);
  };
  for (const fact of base.facts.values())
    add(fact.company, { number: 0, kind: 'fact', fact, company: fact.company, topic: fact.topic, about: fact.about, phrasings: fact.phrasings });
  for (const gap of base.gaps.values())
    add(gap.company, {
      number: 0,
      kind: 'gap',
      gap,
      company: gap.company,
      topic: gap.topic,
      about: gap.company === null ? [] : [gap.company],
      phrasings: gap.phrasings,
    });
  const ordered = [...companies].sort(([left], [right]) => left.localeCompare(right));
  return ordered.flatMap(([, targets]) => targets).map((target, number) => ({ ...target, number }));
}

/** By target: the numbers of its company's targets. */
export function groupsOf(targets: readonly Target[]): Group[] {
  const groups: Group[] = [];
  for (let start = 0; start < targets.length; ) {
    let end = start;
    while (end < targets.length && targets[end]?.company === targets[start]?.company) end++;
    for (let at = start; at < end; at++) groups.push([start, end]);
    start = end;
  }
  return groups;
}

/** By key: the numbers of the targets that have it. */
export function groupTargets(targets: readonly Target[], keysOf: (target: Target) => readonly string[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const target of targets) {
    for (const key of keysOf(target)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [target.number]);
      else group.push(target.number);
    }
  }
  return groups;
}

/** The companies of the targets, in order; null for those about nobody in particular. */
export function listOwners(targets: readonly Target[]): (string | null)[] {
  return [...new Set(targets.map(({ company }) => company))];
}
