import { pick, type Random } from './random.ts';

/** Consonants first, so that French needs no elision. */
const ONSETS = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z', 'br', 'dr', 'kr', 'pl', 'st', 'tr', 'th'] as const;
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ia'] as const;
const CODAS = ['', '', '', '', '', 'l', 'n', 'r', 'x', 's'] as const;
const SECOND_WORDS = [
  'Labs',
  'Systems',
  'Robotics',
  'Foods',
  'Media',
  'Energy',
  'Mobility',
  'Health',
  'Airlines',
  'Telecom',
  'Games',
  'Motors',
  'Logistics',
  'Retail',
] as const;

/** `head` is the word that no other company has; `full` may hold a second word. */
export type CompanyName = { readonly head: string; readonly full: string };

/** Draws names whose heads are at least three typos apart: one typo never makes a name nearer to another company. */
export class NameMaker {
  readonly #random: Random;
  readonly #forms = new Set<string>();

  constructor(random: Random) {
    this.#random = random;
  }

  next(): CompanyName {
    let head = makeWord(this.#random);
    while (!this.#claim(head)) head = makeWord(this.#random);
    return { head, full: this.#random() < 0.5 ? head : `${head} ${pick(this.#random, SECOND_WORDS)}` };
  }

  /** Two words within two typos of each other share a form with at most two letters left out. */
  #claim(head: string): boolean {
    const forms = shortened(head.toLowerCase(), 2);
    if (forms.some((form) => this.#forms.has(form))) return false;
    for (const form of forms) this.#forms.add(form);
    return true;
  }
}

/** Three syllables in seven to ten letters. */
export function makeWord(random: Random): string {
  let word = '';
  for (let syllable = 0; syllable < 3; syllable++) word += pick(random, ONSETS) + pick(random, VOWELS) + pick(random, CODAS);
  return word.length < 7 || word.length > 10 ? makeWord(random) : capitalise(word);
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function shortened(word: string, depth: number): string[] {
  const forms = new Set([word]);
  let last = [word];
  for (let level = 0; level < depth; level++) {
    last = last.flatMap((form) => Array.from(form, (_, at) => form.slice(0, at) + form.slice(at + 1)));
    for (const form of last) forms.add(form);
  }
  return [...forms];
}
