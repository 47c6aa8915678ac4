import type { Role } from '../facts/entity.ts';
import { type Fact, QUANTITIES, type Quantity } from '../facts/fact.ts';
import type { Index } from '../index/build-index.ts';
import { happenings } from './compose-several.ts';
import type { Profile } from './profile.ts';

const MOST_HAPPENINGS = 8;
const MOST_FIGURES = 5;
const MOST_OTHER = 3;
/** Roles that people ask a company's profile for. */
const OFFICES: ReadonlySet<Role> = new Set(['chief-executive', 'president', 'spokesperson']);
/** Figures that say nothing of the company itself. */
const PASSING: ReadonlySet<Quantity> = new Set(['votes', 'other', 'months', 'years']);

export function composeProfile(company: string, index: Index): Profile {
  const { entities, facts } = index.base;
  const own = [...facts.values()].filter((fact) => fact.company === company);
  const told = happenings(company, index).slice(0, MOST_HAPPENINGS);
  const figures = own.filter((fact) => !told.includes(fact) && hasFigure(fact));
  figures.sort((left, right) => rankOf(left) - rankOf(right));
  return {
    company,
    people: [...entities.values()].filter(({ role, named }) => named && role?.of === company && OFFICES.has(role.is)).map(({ id }) => id),
    documents: [...new Set(own.flatMap(({ quotes }) => quotes.map(({ document }) => document)))],
    known: own.length,
    happenings: told,
    figures: figures.slice(0, MOST_FIGURES),
    other: told.length + figures.length > 0 ? [] : own.slice(0, MOST_OTHER),
  };
}

function hasFigure({ measures, claimant }: Fact): boolean {
  return claimant.kind !== 'headline-only' && measures.some(({ quantity }) => !PASSING.has(quantity));
}

/** Layoffs and headcount come first. */
function rankOf({ measures }: Fact): number {
  return Math.min(...measures.map(({ quantity }) => QUANTITIES.indexOf(quantity)));
}
