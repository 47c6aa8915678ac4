import { pick, type Random } from './random.ts';

/** Consonants first, so that French needs no elision. */
const ONSETS = ['b', 'br', 'd', 'dr', 'f', 'g', 'gl', 'k', 'kr', 'l', 'm', 'n', 'p', 'pl', 'r', 's', 'st', 't', 'tr', 'v', 'z', 'qu', 'sk', 'th'] as const;
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ia', 'eo'] as const;
const CODAS = ['', '', '', 'l', 'n', 'r', 'x', 's', 'm', 'k', 'nd'] as const;
const SECOND_WORDS = ['Labs', 'Systems', 'Robotics', 'Foods', 'Media', 'Energy', 'Mobility', 'Health', 'Airlines', 'Telecom', 'Games', 'Motors', 'Logistics', 'Retail'] as const;

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

/** Three or four syllables, of at least seven letters. */
export function makeWord(random: Random): string {
  const syllables = random() < 0.6 ? 3 : 4;
  let word = '';
  for (let at = 0; at < syllables; at++) word += pick(random, ONSETS) + pick(random, VOWELS) + pick(random, CODAS);
  return word.length < 7 ? makeWord(random) : capitalise(word);
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
