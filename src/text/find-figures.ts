import { DIGITS, readDigits } from './digits.ts';
import { HINTS_AT_NUMBER, NUMBER_WORDS, readNumberWords } from './number-words.ts';

/** One number that stands in a text. */
export type Figure = {
  readonly value: number;
  readonly percent: boolean;
  /** A calendar year by its look: four bare digits from 1900 to 2099. */
  readonly year: boolean;
  /** Where it stands in the folded text. */
  readonly start: number;
  readonly end: number;
};

const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['thousand', 1e3],
  ['mille', 1e3],
  ['milliers', 1e3],
  ['thousands', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mio', 1e6],
  ['million', 1e6],
  ['millions', 1e6],
  ['billion', 1e9],
  ['billions', 1e9],
  ['milliard', 1e9],
  ['milliards', 1e9],
  ['bn', 1e9],
  ['md', 1e9],
  ['mds', 1e9],
]);

const UNITS = [...MULTIPLIERS.keys()].sort((a, b) => b.length - a.length).join('|');
const NUMBER = new RegExp(
  String.raw`(?<![a-z\d])(?:(?<digits>${DIGITS})|(?<words>${NUMBER_WORDS}))(?: ?(?<unit>${UNITS})(?![a-z]))?(?<percent> ?(?:%|percent|per cent|pour ?cent|pct))?(?![a-z]*\d)`,
  'g',
);

/** The numbers of a folded text: "2,3 millions", "18k", "3 800", "five billion", "vingt-cinq", "66 %". */
export function findFigures(folded: string): Figure[] {
  if (!HINTS_AT_NUMBER.test(folded)) return [];
  return [...folded.matchAll(NUMBER)].map(toFigure);
}

function toFigure(match: RegExpExecArray): Figure {
  const { digits, words, unit, percent } = match.groups ?? {};
  const value = (digits === undefined ? readNumberWords(words ?? '') : readDigits(digits)) * (MULTIPLIERS.get(unit ?? '') ?? 1);
  return {
    value: Number(value.toPrecision(12)),
    percent: percent !== undefined,
    year: unit === undefined && percent === undefined && /^(?:19|20)\d\d$/.test(digits ?? ''),
    start: match.index,
    end: match.index + match[0].length,
  };
}
