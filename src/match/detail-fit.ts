import type { Entity } from '../facts/entity.ts';
import type { Detail, Fact } from '../facts/fact.ts';
import type { Index } from '../index/build-index.ts';
import type { Question } from '../question/question.ts';
import { foldText } from '../text/fold-text.ts';

const VAGUE_COUNT = /\b(?:several|hundreds?|thousands?|many|dozens?|few|one|single|plusieurs|centaines?|milliers?|dizaines?|quelques|une?|seule?)\b/;
const TIME =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|january|february|march|april|june|july|august|september|october|november|december|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre|(?:19|20)\d\d|months?|mois|weeks?|semaines?|years?|ans?|annees?|earlier|later|before|after|avant|apres|soon|upcoming|already|deja)\b/;
const MONEY = /[$€£]|\b(?:dollars?|euros?)\b/;

/**
 * How well a fact can give the details that are asked for: 1 where it holds them all, -1 where it holds none, 0 where no detail
 * is asked for.
 */
export function detailFit(question: Question, fact: Fact, index: Index): number {
  const { details } = question;
  if (details.length === 0) return 0;
  const held = details.filter((detail) => holdsDetail(detail, fact, question, index)).length;
  return (2 * held) / details.length - 1;
}

const folded = new WeakMap<Fact, string>();

/** The fact's words, folded once: every question about details looks through those of all its candidates. */
function wordsOf(fact: Fact): string {
  const known = folded.get(fact);
  if (known !== undefined) return known;
  const words = foldText(`${fact.statement.en} ${fact.quotes.map(({ exact }) => exact).join(' ')}`);
  folded.set(fact, words);
  return words;
}

function holdsDetail(detail: Detail, fact: Fact, question: Question, index: Index): boolean {
  const words = wordsOf(fact);
  switch (detail) {
    case 'share':
      return (
        fact.measures.some(({ quantity, unit }) => quantity.startsWith('share-of') || unit.startsWith('percent')) ||
        words.includes('%') ||
        fact.topic === 'proportion'
      );
    case 'count':
    case 'exact-count':
      return fact.measures.length > 0 || /\d/.test(words) || VAGUE_COUNT.test(foldText(fact.statement.en));
    case 'date':
    case 'exact-date':
      return fact.date !== null || TIME.test(words);
    case 'place':
      return false;
    case 'money':
      return MONEY.test(words);
    case 'name':
      return fact.about.some((id) => isNews(index.base.entities.get(id), question));
  }
}

/** Whether the question wants what the fact is known not to give. */
export function lacksDetail(question: Question, fact: Fact): boolean {
  return question.details.some((detail) => fact.lacks.includes(detail));
}

/** A named entity that the question does not name itself, of the kind that it asks for. */
function isNews(entity: Entity | undefined, question: Question): boolean {
  if (entity === undefined || !entity.named || question.wording.mentions.some((mention) => mention.entity === entity.id && mention.by !== 'description'))
    return false;
  const person = question.wording.concepts.some((concept) => PERSONS.has(concept));
  return person ? entity.kind === 'person' : entity.kind !== 'group';
}

const PERSONS = new Set(['ceo', 'president', 'executives', 'spokesperson', 'whistleblower', 'employees']);
