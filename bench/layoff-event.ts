import type { Language, Localised } from '../src/text/language.ts';
import { makeWord } from './company-names.ts';
import { between, pick, type Random } from './random.ts';

/** One layoff of a made-up company, from which its facts are told. */
export type LayoffEvent = {
  readonly year: number;
  /** From 1 to 12; null where only the year is known. */
  readonly month: number | null;
  readonly people: number;
  readonly share: number;
  readonly headcount: number;
  readonly leader: string;
  readonly product: string;
  readonly reason: Localised;
  readonly team: Localised;
  readonly weeks: number;
  readonly months: number;
};

const FIRST_YEAR = 2013;
const YEARS = 14;
const FIRST_NAMES = [
  'Ada',
  'Boris',
  'Clara',
  'Dimitri',
  'Elena',
  'Farid',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
  'Karim',
  'Lucie',
  'Marta',
  'Nadia',
  'Oscar',
  'Priya',
] as const;
const LAST_NAMES = [
  'Almeida',
  'Berger',
  'Castel',
  'Dufour',
  'Eriksen',
  'Ferrand',
  'Goldman',
  'Haddad',
  'Ivanov',
  'Jansen',
  'Keller',
  'Lindqvist',
  'Moreau',
  'Novak',
  'Okafor',
  'Petit',
] as const;
const REASONS = [
  { en: 'slower sales', fr: 'un ralentissement des ventes' },
  { en: 'rising costs', fr: 'la hausse des coûts' },
  { en: 'a merger', fr: 'une fusion' },
  { en: 'overhiring during the pandemic', fr: 'des embauches excessives pendant la pandémie' },
  { en: 'automation of routine tasks', fr: "l'automatisation des tâches routinières" },
  { en: 'a new focus on artificial intelligence', fr: "un recentrage sur l'intelligence artificielle" },
  { en: 'the loss of a large contract', fr: "la perte d'un gros contrat" },
  { en: 'pressure from shareholders', fr: 'la pression des actionnaires' },
] as const;
const TEAMS = [
  { en: 'customer support', fr: 'le service client' },
  { en: 'marketing', fr: 'le marketing' },
  { en: 'recruiting', fr: 'le recrutement' },
  { en: 'engineering', fr: "l'ingénierie" },
  { en: 'human resources', fr: 'les ressources humaines' },
  { en: 'accounting', fr: 'la comptabilité' },
  { en: 'translation', fr: 'la traduction' },
  { en: 'sales', fr: 'les ventes' },
] as const;
const MONTHS = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
} as const;

/** Between two and five layoffs in different years, which no two figures of the company confuse. */
export function drawEvents(random: Random): LayoffEvent[] {
  const taken = new Set<number>();
  return drawYears(random, between(random, 2, 5)).map((year) => drawEvent(random, year, taken));
}

function drawYears(random: Random, count: number): number[] {
  const years = new Set<number>();
  while (years.size < count) years.add(between(random, FIRST_YEAR, FIRST_YEAR + YEARS - 1));
  return [...years].sort((left, right) => left - right);
}

function drawEvent(random: Random, year: number, taken: Set<number>): LayoffEvent {
  return {
    year,
    month: random() < 0.5 ? null : between(random, 1, 12),
    ...drawFigures(random, taken),
    leader: `${pick(random, FIRST_NAMES)} ${pick(random, LAST_NAMES)}`,
    product: makeWord(random),
    reason: pick<Localised>(random, REASONS),
    team: pick<Localised>(random, TEAMS),
    weeks: between(random, 2, 40),
    months: between(random, 3, 36),
  };
}

type Figures = Pick<LayoffEvent, 'people' | 'share' | 'headcount'>;

/** Figures that the company does not have yet and that do not look like a year. */
function drawFigures(random: Random, taken: Set<number>): Figures {
  const share = between(random, 2, 35);
  const people = between(random, 101, 9_800);
  const headcount = Math.round((people * 100) / share);
  if ([people, headcount].some((figure) => taken.has(figure) || (figure >= 1_900 && figure < 2_100))) return drawFigures(random, taken);
  taken.add(people).add(headcount);
  return { people, share, headcount };
}

/** "2022", "March 2022", "mars 2022". */
export function nameDate(year: number, month: number | null, language: Language): string {
  return month === null ? `${year}` : `${MONTHS[language][month - 1] ?? ''} ${year}`;
}

export function isMonthName(word: string): boolean {
  return MONTHS.en.some((name) => name.toLowerCase() === word) || MONTHS.fr.some((name) => name === word);
}
