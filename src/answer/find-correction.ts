import type { Entity } from '../facts/entity.ts';
import type { Fact } from '../facts/fact.ts';
import type { Index } from '../index/build-index.ts';
import type { Question } from '../question/question.ts';
import { formatFigure } from '../text/format-figure.ts';
import type { Language, Localised } from '../text/language.ts';
import { namesLayoffs } from './layoff-figures.ts';

/** What the question takes for granted and the documents say otherwise: somebody at the wrong company, a wrong percentage. */
export function findCorrection(question: Question, lead: Fact, index: Index): Localised | null {
  return misplacedPerson(question, index) ?? wrongFigure(question, lead);
}

const LEADING = new Set(['chief-executive', 'president']);

/** Somebody is named together with a company that is not theirs. */
export function misplacedPerson(question: Question, index: Index): Localised | null {
  const own = question.wording.mentions.flatMap(({ entity, by }) => (by === 'description' ? [] : (index.base.entities.get(entity) ?? [])));
  const companies = own.filter(({ kind }) => kind === 'company');
  const [company] = companies;
  const person = own.find(({ kind, role }) => kind === 'person' && role !== null && LEADING.has(role.is));
  if (!person?.role || !company || companies.length !== 1 || company.id === person.role.of || !asksForLeader(question)) return null;
  const theirs = index.base.entities.get(person.role.of);
  if (theirs === undefined) return null;
  const leader = [...index.base.entities.values()].find(({ role, named }) => named && role?.of === company.id && role.is === 'chief-executive');
  return {
    en: `${person.name.en} is ${theirs.name.en}'s ${ROLE_NAMES.en[person.role.is] ?? ''}, not ${company.name.en}'s${leader ? `; ${company.name.en}'s chief executive is ${leader.name.en}` : ''}.`,
    fr: `${person.name.fr} est ${ROLE_NAMES.fr[person.role.is] ?? ''} de ${theirs.name.fr}, pas de ${company.name.fr}${leader ? ` ; le PDG de ${company.name.fr} est ${leader.name.fr}` : ''}.`,
  };
}

const ROLE_NAMES: Localised<Readonly<Partial<Record<NonNullable<Entity['role']>['is'], string>>>> = {
  en: { 'chief-executive': 'chief executive', president: 'president' },
  fr: { 'chief-executive': 'le PDG', president: 'le président' },
};

function asksForLeader({ wording }: Question): boolean {
  return ['ceo', 'president', 'executives'].some((concept) => wording.concepts.includes(concept));
}

/** The fact that shows a figure of the question to be wrong: the company's own share or number, where no fact of it has the question's. */
export function factAgainstFigure(question: Question, index: Index): Fact | null {
  const [company, ...others] = question.companies;
  if (company === undefined || others.length > 0 || !namesLayoffs(question)) return null;
  const facts = (index.byEntity.get(company) ?? []).flatMap((number) => {
    const target = index.targets[number];
    return target?.kind === 'fact' && target.fact.company === company ? [target.fact] : [];
  });
  const known = new Set(facts.flatMap(({ measures }) => measures.flatMap(({ value, min, max }) => [value, min, max])));
  const strange = question.wording.figures.find(({ value, year }) => !year && value >= LEAST_FIGURE && !known.has(value));
  if (strange === undefined) return null;
  const quantity = strange.percent ? 'share-of-workforce' : 'people-laid-off';
  return (
    facts.find(({ measures }) => measures.some((measure) => measure.quantity === quantity && measure.value !== undefined && measure.basis === 'stated')) ?? null
  );
}

/** Smaller numbers are hardly ever meant for layoffs. */
const LEAST_FIGURE = 3;

/** One figure in the question, another in the fact that answers it. */
function wrongFigure(question: Question, lead: Fact): Localised | null {
  const held = new Set(lead.measures.flatMap(({ value, min, max }) => [value, min, max]));
  const [asked, ...others] = question.wording.figures.filter(({ year, value }) => !year && value >= LEAST_FIGURE && !held.has(value));
  if (!asked || others.length > 0) return null;
  const quantity = asked.percent ? 'share-of-workforce' : 'people-laid-off';
  const measure = lead.measures.find((candidate) => candidate.quantity === quantity && candidate.value !== undefined);
  if (measure?.value === undefined) return null;
  return {
    en: contrast(asked.value, measure.value, measure.approximate, asked.percent, 'en'),
    fr: contrast(asked.value, measure.value, measure.approximate, asked.percent, 'fr'),
  };
}

function contrast(wrong: number, right: number, approximate: boolean, percent: boolean, language: Language): string {
  const unit = percent ? (language === 'fr' ? ' %' : '%') : '';
  const about = approximate ? (language === 'fr' ? 'environ ' : 'about ') : '';
  const figures = [`${formatFigure(wrong, language)}${unit}`, `${about}${formatFigure(right, language)}${unit}`] as const;
  return language === 'fr' ? `Pas ${figures[0]}, mais ${figures[1]}.` : `Not ${figures[0]}, but ${figures[1]}.`;
}
