import type { Fact, Measure, Quantity } from '../facts/fact.ts';
import type { Index } from '../index/build-index.ts';
import type { Question } from '../question/question.ts';
import { formatFigure } from '../text/format-figure.ts';
import type { Language, Localised } from '../text/language.ts';
import type { Section, Several, Table } from './answer.ts';
import { unranked } from './compose-most.ts';
import { concernsLayoffs, layoffFigures, uncountedCuts } from './layoff-figures.ts';

const FACTS_A_COMPANY = 3;

/** Companies side by side by how many people they let go, which share of their staff that was, and what has no number. */
export function compareFigures(question: Question, index: Index): Several | null {
  const { companies } = question;
  if (companies.length < 2 || !concernsLayoffs(question, index)) return null;
  const comparison = compareLayoffs(companies, index);
  return comparison.sections.length < 2 ? null : comparison;
}

/** A section for each of the companies that the documents tell something of. */
export function compareLayoffs(companies: readonly string[], index: Index): Several {
  const figures = layoffFigures(index, companies);
  const silent = uncountedCuts(index, companies, figures);
  const sections = companies.map((company) => ({ entity: company, facts: figuresOf(company, [...figures.map(({ fact }) => fact), ...silent], index) }));
  const vague = [...figures.filter(({ measure }) => measure.value === undefined).map(({ fact }) => fact), ...silent];
  const caveat = vague.length === 0 ? null : { en: unranked(vague, 'en', index), fr: unranked(vague, 'fr', index) };
  const told = sections.filter(({ facts }) => facts.length > 0);
  return { kind: 'several', shape: 'compare', summary: null, table: tabulate(told), sections: told, caveat };
}

/** What was cut, then the share and the change of headcount. */
function figuresOf(company: string, cuts: readonly Fact[], index: Index): Fact[] {
  const own = cuts.filter((fact) => fact.company === company);
  const shares = [...index.base.facts.values()].filter(
    (fact) => fact.company === company && fact.measures.some(({ quantity }) => quantity === 'share-of-workforce'),
  );
  const changes = [...index.base.facts.values()].filter(
    (fact) => fact.company === company && (fact.topic === 'headcount-change' || fact.topic === 'proportion'),
  );
  return [...new Set([...own.slice(0, 2), ...shares.slice(0, 1), ...changes])].slice(0, FACTS_A_COMPANY);
}

const COLUMNS: readonly Localised[] = [
  { en: 'Company', fr: 'Entreprise' },
  { en: 'People let go', fr: 'Personnes licenciées' },
  { en: 'Share of staff', fr: 'Part de l’effectif' },
];
const NOT_GIVEN: Localised = { en: 'not given', fr: 'non donné' };

/** The figures alone, each with its date where the document gives one. */
function tabulate(sections: readonly Section[]): Table {
  const rows = sections.flatMap(({ entity, facts }) =>
    entity === null ? [] : [{ entity, cells: [cell(facts, 'people-laid-off'), cell(facts, 'share-of-workforce')] }],
  );
  return { columns: COLUMNS, rows };
}

function cell(facts: readonly Fact[], quantity: Quantity): Localised {
  const found = facts.flatMap((fact) =>
    fact.measures.filter((measure) => measure.quantity === quantity && measure.basis === 'stated').map((measure) => ({ fact, measure })),
  );
  if (found.length === 0) return NOT_GIVEN;
  const say = (language: Language) =>
    found.map(({ fact, measure }) => [figure(measure, language), fact.date && `(${fact.date[language]})`].filter(Boolean).join(' ')).join(', ');
  return { en: say('en'), fr: say('fr') };
}

function figure({ value, min, approximate, unit }: Measure, language: Language): string {
  const percent = unit.startsWith('percent') ? (language === 'fr' ? ' %' : '%') : '';
  if (value === undefined) return min === undefined ? NOT_GIVEN[language] : VAGUE[language];
  return `${approximate ? ABOUT[language] : ''}${formatFigure(value, language)}${percent}`;
}

const ABOUT: Localised = { en: 'about ', fr: 'environ ' };
const VAGUE: Localised = { en: 'several hundred', fr: 'plusieurs centaines' };
