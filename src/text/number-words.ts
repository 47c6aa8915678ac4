/** Numbers in words, English and French: "twelve", "twenty-five", "two hundred and fifty", "deux mille cinq cents", "quatre-vingt-dix". */

const UNITS = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9 };
const UNITES = { deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9 };
const TEENS = { ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19 };
const DIX = { dix: 10, onze: 11, douze: 12, treize: 13, quatorze: 14, quinze: 15, seize: 16 };
const TENS = { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 };
const DIZAINES = { vingt: 20, trente: 30, quarante: 40, cinquante: 50, soixante: 60 };
/** A figure only as a part of others: "one" and "un" are mostly a pronoun and an article. */
const ONES = { one: 1, un: 1, une: 1 };

const VALUES: ReadonlyMap<string, number> = new Map(Object.entries({ ...UNITS, ...UNITES, ...TEENS, ...DIX, ...TENS, ...DIZAINES, ...ONES, vingts: 20 }));

const oneOf = (words: object) => `(?:${Object.keys(words).join('|')})`;

const FROM_DIX = `(?:dix[ -](?:sept|huit|neuf)|${oneOf(DIX)})`;
const QUATRE_VINGT = `quatre[ -]vingts?(?:[ -](?:${FROM_DIX}|${oneOf(UNITES)})|-une?)?`;
const SOIXANTE = `soixante(?:[ -](?:et[ -])?${FROM_DIX})`;
const BELOW_100_EN = `(?:${oneOf(TENS)}(?:[ -]${oneOf(UNITS)}|-one)?|${oneOf(TEENS)}|${oneOf(UNITS)})`;
const BELOW_100_FR = `(?:${QUATRE_VINGT}|${SOIXANTE}|${oneOf(DIZAINES)}(?:[ -]${oneOf(UNITES)}|[ -]et[ -]une?)?|${FROM_DIX}|${oneOf(UNITES)})`;

/** "two hundred six months ago" and "deux cents six mois" are two numbers: behind "hundred" units want an "and", behind "cents" nothing comes. */
const HUNDREDS_EN = `(?:(?:one|${BELOW_100_EN}) )?hundred(?: and ${BELOW_100_EN}| ${oneOf(TENS)}(?:[ -]${oneOf(UNITS)}|-one)?)?`;
const HUNDREDS_FR = `(?:${oneOf(UNITES)}[ -]cents|(?:${oneOf(UNITES)}[ -])?cent(?:[ -]${BELOW_100_FR})?)`;

const THOUSANDS_EN = `(?:${HUNDREDS_EN}|${BELOW_100_EN}) thousand(?: ${HUNDREDS_EN})?`;
const THOUSANDS_FR = `(?:(?:${HUNDREDS_FR}|${BELOW_100_FR})[ -])?mille[ -]${HUNDREDS_FR}`;

/** What stands for a number in a folded text, the longest first. */
export const NUMBER_WORDS = `(?:${[THOUSANDS_EN, THOUSANDS_FR, HUNDREDS_EN, HUNDREDS_FR, BELOW_100_EN, BELOW_100_FR].join('|')})(?![a-z])`;

/** Some word that only numbers have: without one, a text need not be searched. */
export const HINTS_AT_NUMBER = new RegExp(String.raw`\d|\b(?:${[...VALUES.keys(), 'hundred', 'cent'].filter((word) => !(word in ONES)).join('|')})\b`);

export function readNumberWords(text: string): number {
  let thousands = 0;
  let rest = 0;
  for (const word of text.split(/[ -]/)) {
    if (word === 'thousand' || word === 'mille') {
      thousands = Math.max(rest, 1) * 1000;
      rest = 0;
    } else if (word === 'hundred' || word.startsWith('cent')) rest = Math.max(rest, 1) * 100;
    else if (word.startsWith('vingt') && rest % 100 === 4) rest += 76;
    else rest += VALUES.get(word) ?? 0;
  }
  return thousands + rest;
}
