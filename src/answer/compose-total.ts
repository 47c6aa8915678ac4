import type { Index } from '../index/build-index.ts';
import type { Question } from '../question/question.ts';
import { formatFigure } from '../text/format-figure.ts';
import type { Language, Localised } from '../text/language.ts';
import type { Several } from './answer.ts';
import { concernsLayoffs, type LayoffFigure, layoffFigures, uncountedCuts } from './layoff-figures.ts';

/**
 * Adds up the layoffs that have a number. What was announced and what has happened are added apart, and what has no exact
 * number is named instead of guessed.
 */
export function composeTotal(question: Question, index: Index): Several | null {
  if (question.companies.length === 1 || !concernsLayoffs(question, index)) return null;
  const companies = question.companies.length > 0 ? question.companies : null;
  const figures = layoffFigures(index, companies);
  const exact = figures.filter(({ measure }) => measure.value !== undefined);
  const vague = figures.filter(({ measure }) => measure.value === undefined);
  if (exact.length < 2) return null;
  const silent = uncountedCuts(index, companies, figures);
  const named = [...vague.map(({ fact }) => fact), ...silent];
  return {
    kind: 'several',
    shape: 'total',
    summary: { en: summarise(exact, 'en', index), fr: summarise(exact, 'fr', index) },
    sections: [{ entity: null, facts: [...exact.map(({ fact }) => fact), ...named] }],
    caveat:
      named.length === 0
        ? null
        : {
            en: caveat(
              named.map(({ company }) => company),
              'en',
              index,
            ),
            fr: caveat(
              named.map(({ company }) => company),
              'fr',
              index,
            ),
          },
  };
}

const SUM_TEXTS: Localised<{ readonly effective: string; readonly announced: string; readonly together: string }> = {
  en: { effective: 'carried out', announced: 'announced', together: 'No one document gives a total. Adding up the figures that they give' },
  fr: { effective: 'effectifs', announced: 'annoncés', together: 'Aucun document ne donne de total. En additionnant les chiffres donnés' },
};

function summarise(exact: readonly LayoffFigure[], language: Language, index: Index): string {
  const texts = SUM_TEXTS[language];
  const groups = [
    { label: texts.effective, figures: exact.filter(({ fact }) => fact.status === 'effective') },
    { label: texts.announced, figures: exact.filter(({ fact }) => fact.status !== 'effective') },
  ].filter(({ figures }) => figures.length > 0);
  const sums = groups.map(({ label, figures }) => {
    const total = figures.reduce((sum, { measure }) => sum + (measure.value ?? 0), 0);
    const addends = figures.map(({ fact, measure }) => `${companyName(fact.company, language, index)} ${formatFigure(measure.value ?? 0, language)}`);
    return `${formatFigure(total, language)} ${label} (${addends.join(' + ')})`;
  });
  return `${texts.together}${language === 'fr' ? ' :' : ':'} ${sums.join(' ; ').replace(/ ;/g, language === 'fr' ? ' ;' : ';')}.`;
}

function caveat(companies: readonly (string | null)[], language: Language, index: Index): string {
  const names = [...new Set(companies)].map((company) => companyName(company, language, index));
  return language === 'fr' ? `Sans chiffre exact, donc non comptés : ${names.join(', ')}.` : `No exact number, so not counted: ${names.join(', ')}.`;
}

export function companyName(company: string | null, language: Language, index: Index): string {
  return (company === null ? undefined : index.base.entities.get(company)?.name[language]) ?? '';
}
