import type { Entity } from '../src/facts/entity.ts';
import type { Fact } from '../src/facts/fact.ts';
import type { FactBase } from '../src/facts/fact-base.ts';
import { LANGUAGES, type Language } from '../src/text/language.ts';
import { addTypos } from './add-typos.ts';
import { isBenchTopic } from './bench-topics.ts';
import { nameDate } from './layoff-event.ts';
import { QUESTION_TEMPLATES } from './question-templates.ts';
import { between, mulberry32, pick, type Random } from './random.ts';
import { fillSlots, writeNumber } from './write-number.ts';

export type BenchQuestion = {
  readonly text: string;
  readonly language: Language;
  readonly typos: number;
  /** Id of the one fact that answers it. */
  readonly fact: string;
};

/** Half English, half French; 0, 1 and 2 typos in turn; facts drawn at random. */
export function generateQuestions(base: FactBase, count: number, seed: number): BenchQuestion[] {
  const random = mulberry32(seed);
  const facts = [...base.facts.values()];
  return Array.from({ length: count }, (_, at) => {
    const fact = facts[between(random, 0, facts.length - 1)];
    if (fact === undefined) throw new RangeError('there are no facts to ask about: generate at least one');
    const language = LANGUAGES[at % LANGUAGES.length] ?? 'en';
    const typos = Math.floor(at / LANGUAGES.length) % 3;
    return { text: addTypos(ask(fact, base.entities, language, random), typos, random), language, typos, fact: fact.id };
  });
}

function ask(fact: Fact, entities: ReadonlyMap<string, Entity>, language: Language, random: Random): string {
  if (!isBenchTopic(fact.topic)) throw new RangeError(`no question is known about ${fact.topic}: add it to bench/question-templates.ts`);
  return fillSlots(pick(random, QUESTION_TEMPLATES[fact.topic][language]), {
    company: callCompany(entities.get(fact.company ?? ''), language, random),
    when: callDate(fact.date?.iso ?? '', language, random),
    people: callFigure(fact.measures[0]?.value ?? 0, language, random),
  });
}

/** People leave out the second word of a name now and then. */
function callCompany(company: Entity | undefined, language: Language, random: Random): string {
  const full = company?.name[language] ?? '';
  return random() < 0.25 ? (company?.aliases[0] ?? full) : full;
}

function callDate(iso: string, language: Language, random: Random): string {
  const [year = 0, month = null] = iso.split('-').map(Number);
  return `${language === 'en' ? 'in' : 'en'} ${nameDate(year, random() < 0.5 ? month : null, language)}`;
}

function callFigure(value: number, language: Language, random: Random): string {
  return random() < 0.5 ? `${value}` : writeNumber(value, language);
}
