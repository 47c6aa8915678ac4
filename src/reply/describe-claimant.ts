import type { Fact } from '../facts/fact.ts';
import type { FactBase } from '../facts/fact-base.ts';
import type { Language } from '../text/language.ts';
import { TEXTS } from './texts.ts';

/** "Sebastian Siemiatkowski, chief executive of Klarna (a boast)". */
export function describeClaimant(fact: Fact, base: FactBase, language: Language): string {
  const texts = TEXTS[language];
  const who = fact.claimant.who === null ? '' : describeEntity(fact.claimant.who, base, language);
  const by = texts.by[fact.claimant.kind].replace('{who}', who).replace(' ()', '').replace(/^, /, '');
  return `${by} (${texts.how[fact.firmness]})`;
}

export function describeEntity(id: string, base: FactBase, language: Language): string {
  const entity = base.entities.get(id);
  if (entity === undefined) return id;
  const role = entity.role ? TEXTS[language].roles[entity.role.is] : undefined;
  const owner = entity.role ? base.entities.get(entity.role.of)?.name[language] : undefined;
  return role && owner && entity.named ? `${entity.name[language]}, ${role.replace('{of}', owner)}` : entity.name[language];
}
