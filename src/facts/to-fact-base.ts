import type { z } from 'zod';
import { LANGUAGES, type Language } from '../text/language.ts';
import type { Entity } from './entity.ts';
import { expandDescriptions } from './expand-descriptions.ts';
import type { Fact, FactDate, Gap, Measure, Phrasing } from './fact.ts';
import type { conceptsFile, entitiesFile, factsFile, gapsFile, topicsFile } from './schema.ts';
import type { Concept, Topic } from './topic.ts';

/** From the shapes of the files to the values of the noun files. */

type RawFact = z.infer<typeof factsFile>[number];
type Lines = Readonly<Record<Language, readonly string[]>>;

export function toFact(raw: RawFact): Fact {
  const company = raw.company === 'none' ? null : raw.company;
  return {
    ...raw,
    company,
    about: [...new Set([...(company === null ? [] : [company]), ...raw.about])],
    date: raw.date === null ? null : toDate(raw.date),
    measures: raw.measures.map(toMeasure),
    phrasings: toPhrasings(raw.phrasings),
  };
}

export function toGap(raw: z.infer<typeof gapsFile>[number]): Gap {
  return { ...raw, company: raw.company === 'none' ? null : raw.company, phrasings: toPhrasings(raw.phrasings) };
}

export function toTopic(raw: z.infer<typeof topicsFile>[number]): Topic {
  return { ...raw, phrasings: toPhrasings(raw.phrasings) };
}

export function toConcept(raw: z.infer<typeof conceptsFile>[number]): Concept {
  return { id: raw.id, sort: raw.sort, terms: { en: raw.en, fr: raw.fr } };
}

export function toEntity(raw: z.infer<typeof entitiesFile>[number]): Entity {
  return { ...raw, descriptions: expandDescriptions(raw.descriptions) };
}

/** A line that begins with "+ " expects yes for an answer, with "- " no. */
function toPhrasings(lines: Lines): Phrasing[] {
  return LANGUAGES.flatMap((language) =>
    lines[language].map((line) => {
      const polarity = line.startsWith('+ ') ? 'yes' : line.startsWith('- ') ? 'no' : null;
      return { text: polarity === null ? line : line.slice(2).trim(), language, polarity } as const;
    }),
  );
}

function toDate(raw: NonNullable<RawFact['date']>): FactDate {
  const { iso, ...names } = raw;
  return iso === undefined ? names : { iso, ...names };
}

/** Drops the fields that are not given: an absent field and an undefined one are not the same to us. */
function toMeasure(raw: RawFact['measures'][number]): Measure {
  const { value, min, max, written, operation, operands, ...rest } = raw;
  return {
    ...rest,
    ...(value === undefined ? {} : { value }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(written === undefined ? {} : { written }),
    ...(operation === undefined ? {} : { operation }),
    ...(operands === undefined ? {} : { operands }),
  };
}
