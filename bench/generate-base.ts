import type { Entity } from '../src/facts/entity.ts';
import type { Fact, Measure } from '../src/facts/fact.ts';
import type { FactBase } from '../src/facts/fact-base.ts';
import type { Language } from '../src/text/language.ts';
import { BENCH_TOPICS, type BenchTopic } from './bench-topics.ts';
import { type CompanyName, NameMaker } from './company-names.ts';
import { drawEvents, type LayoffEvent, nameDate } from './layoff-event.ts';
import { mulberry32, pick, type Random } from './random.ts';
import { STATEMENT_TEMPLATES } from './statement-templates.ts';
import { fillSlots, writeNumber } from './write-number.ts';

type Knowledge = Pick<FactBase, 'topics' | 'concepts'>;

const NOTHING = { completes: [], disputes: [], supersedes: [], explains: [] } as const;
const NO_WORDS = { en: [], fr: [] } as const;
const NO_PHRASINGS = [] as const;

/**
 * Layoffs of made-up companies: twelve facts for each layoff, 24 to 60 for each company.
 * @param knowledge the real topics and concepts
 */
export function generateBase(count: number, seed: number, knowledge: Knowledge): FactBase {
  const random = mulberry32(seed);
  const names = new NameMaker(random);
  const entities = new Map<string, Entity>();
  const facts = new Map<string, Fact>();
  while (facts.size < count) {
    const name = names.next();
    const company = toEntity(name);
    entities.set(company.id, company);
    for (const fact of tellFacts(company, random)) if (facts.size < count) facts.set(fact.id, fact);
  }
  return {
    version: `generated-${seed}-${count}`,
    documents: new Map(),
    entities,
    facts,
    gaps: new Map(),
    abstention: null,
    topics: knowledge.topics,
    concepts: knowledge.concepts,
  };
}

function toEntity({ head, full }: CompanyName): Entity {
  const id = full.toLowerCase().replace(' ', '-');
  return { id, kind: 'company', name: { en: full, fr: full }, aliases: full === head ? [] : [head], descriptions: NO_WORDS, role: null, named: true };
}

function tellFacts(company: Entity, random: Random): Fact[] {
  return drawEvents(random).flatMap((event) => BENCH_TOPICS.map((topic) => tellFact(company, topic, event, random)));
}

function tellFact(company: Entity, topic: BenchTopic, event: LayoffEvent, random: Random): Fact {
  const statement = { en: tell(company, topic, event, 'en', random), fr: tell(company, topic, event, 'fr', random) };
  return {
    id: `${company.id}-${topic}-${event.year}`,
    company: company.id,
    topic,
    about: [company.id],
    statement,
    quotes: [{ document: 'generated', exact: statement.en }],
    claimant: { kind: 'company-statement', who: company.id },
    firmness: 'stated',
    stance: 'reports',
    status: null,
    date: toDate(event),
    timeline: null,
    measures: measuresOf(topic, event),
    lacks: [],
    relations: NOTHING,
    phrasings: NO_PHRASINGS,
  };
}

function tell(company: Entity, topic: BenchTopic, event: LayoffEvent, language: Language, random: Random): string {
  return fillSlots(pick(random, STATEMENT_TEMPLATES[topic][language]), {
    company: company.name[language],
    when: nameDate(event.year, event.month, language),
    people: writeNumber(event.people, language),
    headcount: writeNumber(event.headcount, language),
    share: `${event.share}`,
    weeks: `${event.weeks}`,
    months: `${event.months}`,
    leader: event.leader,
    product: event.product,
    reason: event.reason[language],
    team: event.team[language],
  });
}

function toDate({ year, month }: LayoffEvent): Fact['date'] {
  const iso = month === null ? `${year}` : `${year}-${`${month}`.padStart(2, '0')}`;
  return { iso, en: nameDate(year, month, 'en'), fr: nameDate(year, month, 'fr') };
}

function measuresOf(topic: BenchTopic, event: LayoffEvent): readonly Measure[] {
  const stated = { approximate: false, basis: 'stated' } as const;
  if (topic === 'share-cut') return [{ quantity: 'share-of-workforce', value: event.share, unit: 'percent', ...stated }];
  if (topic === 'headcount') return [{ quantity: 'headcount', value: event.headcount, unit: 'people', ...stated }];
  if (topic === 'jobs-cut' || topic.startsWith('cut-')) return [{ quantity: 'people-laid-off', value: event.people, unit: 'people', ...stated }];
  return [];
}
