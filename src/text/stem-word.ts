/**
 * A light stem that serves English and French alike, so that mixed questions need no decision first:
 * one common ending goes, a last "y" becomes "i", a doubled consonant is undone, and what is left is cut to seven letters.
 * "licenciements", "licencier" and "licenciés" meet in "licenci"; "firing" and "fired" in "fir"; "company" and "companies"
 * in "compani". The endings of "automate" go behind five letters only, or "create" and "treat" would be left with "cre" and "tre".
 */
const ENDINGS =
  /(?:(?<=.{5})at(?:e[sd]?|ing|s)?|issements?|ations?|ements?|ments?|antes?|ants?|ings?|ees?|ers|eurs?|euses?|er|ed|es|ez|e|s|(?<=[b-df-hj-np-tv-z])y)$/;
const SHORTEST_STEM = 3;
const LONGEST_STEM = 7;

const stems = new Map<string, string>();
const CACHE_LIMIT = 50_000;

/** @param word a folded word */
export function stemWord(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= CACHE_LIMIT) stems.clear();
  const stem = cutWord(word);
  stems.set(word, stem);
  return stem;
}

function cutWord(word: string): string {
  if (word.length <= SHORTEST_STEM || /\d/.test(word)) return word;
  const cut = word.replace(ENDINGS, (ending) => (ending === 'y' ? 'i' : ''));
  const stem = cut.length >= SHORTEST_STEM ? cut : word;
  return stem.replace(/([b-df-hj-np-tv-z])\1$/, '$1').slice(0, LONGEST_STEM);
}
