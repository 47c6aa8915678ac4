import type { Entity } from '../facts/entity.ts';
import type { Fact } from '../facts/fact.ts';
import type { Index } from '../index/build-index.ts';
import type { Question } from '../question/question.ts';
import { formatFigure } from '../text/format-figure.ts';
import type { Localised } from '../text/language.ts';

/** What the question takes for granted and the documents say otherwise: somebody at the wrong company, a wrong percentage. */
export function findCorrection(question: Question, lead: Fact, index: Index): Localised | null {
  return misplacedPerson(question, index) ?? wrongShare(question, lead);
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

/** One percentage in the question, another in the fact that answers it. */
function wrongShare(question: Question, lead: Fact): Localised | null {
  const [asked, ...others] = question.wording.figures.filter(({ percent }) => percent);
  const [measure] = lead.measures.filter(({ quantity, value }) => quantity.startsWith('share-of-') && value !== undefined);
  if (!asked || others.length > 0 || measure?.value === undefined || Math.abs(asked.value - measure.value) < 1) return null;
  return {
    en: `Not ${formatFigure(asked.value, 'en')}%: ${measure.approximate ? 'about ' : ''}${formatFigure(measure.value, 'en')}%.`,
    fr: `Pas ${formatFigure(asked.value, 'fr')} % : ${measure.approximate ? 'environ ' : ''}${formatFigure(measure.value, 'fr')} %.`,
  };
}
