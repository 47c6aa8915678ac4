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
]);

const WORDS: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['deux', 2],
  ['three', 3],
  ['trois', 3],
  ['four', 4],
  ['quatre', 4],
  ['five', 5],
  ['cinq', 5],
  ['six', 6],
  ['seven', 7],
  ['sept', 7],
  ['eight', 8],
  ['huit', 8],
  ['nine', 9],
  ['neuf', 9],
  ['ten', 10],
  ['dix', 10],
  ['eleven', 11],
  ['onze', 11],
  ['twelve', 12],
  ['douze', 12],
  ['twenty', 20],
  ['vingt', 20],
  ['thirty', 30],
  ['trente', 30],
  ['forty', 40],
  ['quarante', 40],
  ['fifty', 50],
  ['cinquante', 50],
  ['hundred', 100],
  ['cent', 100],
]);

const UNITS = 'thousands?|milliers|mille|millions?|billions?|milliards?|bn|md|mn|mio|k|m';
const DIGITS = String.raw`\d{1,3}(?:[ .,']\d{3})+(?!\d)|\d+(?:[.,]\d+)?`;
const NUMBER = new RegExp(
  String.raw`(?<![a-z\d])(?:(${DIGITS})|(${[...WORDS.keys()].join('|')}))(?: ?(${UNITS})(?![a-z]))?(?: ?(%|percent|per cent|pour ?cent|pct))?(?![a-z]*\d)`,
  'g',
);

const HOLDS_NUMBER = new RegExp(String.raw`\d|\b(?:${[...WORDS.keys()].join('|')})\b`);

/** The numbers of a folded text: "2,3 millions", "18k", "3 800", "five billion", "66 %". */
export function findFigures(folded: string): Figure[] {
  const figures: Figure[] = [];
  if (!HOLDS_NUMBER.test(folded)) return figures;
  for (const match of folded.matchAll(NUMBER)) {
    const [text, digits, word, unit, percent] = match;
    const value = (digits === undefined ? (WORDS.get(word ?? '') ?? 0) : readDigits(digits)) * (MULTIPLIERS.get(unit ?? '') ?? 1);
    figures.push({
      value: Number(value.toPrecision(12)),
      percent: percent !== undefined,
      year: unit === undefined && percent === undefined && /^(?:19|20)\d\d$/.test(digits ?? ''),
      start: match.index,
      end: match.index + text.length,
    });
  }
  return figures;
}

function readDigits(digits: string): number {
  if (/^\d{1,3}(?:[ .,']\d{3})+$/.test(digits)) return Number(digits.replace(/[ .,']/g, ''));
  return Number(digits.replace(',', '.'));
}
