import type { Fact } from '../../facts/fact.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { describeClaimant } from '../../reply/describe-claimant.ts';
import { quoteBlock } from '../../reply/quote-block.ts';
import type { Block } from '../../reply/reply.ts';
import type { Language } from '../../text/language.ts';

/** Every fact and gap of a company, by topic, with its proof. */
export function showFacts(company: string, base: FactBase, language: Language): Block[] {
  const facts = [...base.facts.values()].filter((fact) => fact.company === company);
  const gaps = [...base.gaps.values()].filter((gap) => gap.company === company);
  const topics = [...base.topics.values()].flatMap(({ id, label }): Block[] => {
    const told = facts.filter(({ topic }) => topic === id).flatMap((fact) => showFact(fact, base, language));
    const open = gaps
      .filter(({ topic }) => topic === id)
      .map((gap): Block => ({ kind: 'text', tone: 'plain', text: `? ${gap.statement[language]} [${gap.id}]` }));
    return told.length + open.length === 0 ? [] : [{ kind: 'heading', text: label[language] }, ...told, ...open];
  });
  const name = base.entities.get(company)?.name[language] ?? company;
  return [{ kind: 'heading', text: `${name}: ${facts.length} facts, ${gaps.length} gaps` }, ...topics];
}

function showFact(fact: Fact, base: FactBase, language: Language): Block[] {
  const details = [fact.id, fact.date?.[language], fact.status, describeClaimant(fact, base, language)].filter((detail) => detail != null);
  return [
    { kind: 'text', tone: 'lead', text: fact.statement[language] },
    { kind: 'text', tone: 'small', text: details.join(' · ') },
    ...fact.quotes.map(({ document, exact }) => quoteBlock({ document, quote: exact, file: base.documents.get(document)?.file ?? '' }, base, language)),
  ];
}
