import type { FactBase } from '../facts/fact-base.ts';
import { editDistance } from '../index/edit-distance.ts';
import { EntityIndex } from '../index/entity-index.ts';
import { orderNames } from '../index/order-names.ts';
import { foldText } from '../text/fold-text.ts';
import { isFunctionWord } from '../text/function-words.ts';
import type { Language } from '../text/language.ts';
import { tokenise } from '../text/tokenise.ts';

const MOST_NEAR = 3;
/** Share of a name's letters that may be others. */
const MOST_DIFFERENT = 0.4;
/** Longer than any list of names; the rest is not read. */
const LONGEST = 300;

export type CompaniesFound = {
  /** Entity ids, in the order of the text. */
  readonly companies: readonly string[];
  /** Words that name no company that we have facts on; empty where all were understood. */
  readonly unknown: string;
  /** Names that resemble those words, best first. */
  readonly near: readonly string[];
};

/** Reads one or more companies out of what was typed for them: names, with typos, or who leads them, or what they do. */
export class CompanyFinder {
  readonly #base: FactBase;
  readonly #index: EntityIndex;
  readonly #known: ReadonlySet<string>;

  constructor(base: FactBase) {
    this.#base = base;
    this.#index = new EntityIndex(base.entities.values(), orderNames);
    this.#known = new Set([...base.facts.values()].flatMap(({ company }) => company ?? []));
  }

  find(text: string, language: Language): CompaniesFound {
    const words = tokenise(text.slice(0, LONGEST));
    const mentions = this.#index
      .find(words, () => false)
      .flatMap(({ entity, start, end }) => {
        const company = this.#companyOf(entity);
        return company === null ? [] : [{ company, start, end }];
      });
    const read = new Uint8Array(words.length);
    for (const { start, end } of mentions) read.fill(1, start, end);
    const unknown = words.filter((word, at) => !read[at] && !isFunctionWord(word) && word !== 'vs' && word !== 'versus').join(' ');
    return { companies: [...new Set(mentions.map(({ company }) => company))], unknown, near: this.#near(unknown, language) };
  }

  /** Names of the companies that we have facts on. */
  names(language: Language): string[] {
    return [...this.#known].map((id) => this.nameOf(id, language));
  }

  /** Names that what was typed so far may become: accents, case and typos do not matter. All of them where nothing was typed. */
  complete(typed: string, language: Language): string[] {
    const folded = foldText(typed.slice(0, LONGEST)).trim();
    const names = this.names(language);
    if (folded === '') return names;
    const beginning = names.filter((name) => foldText(name).startsWith(folded));
    const { companies, near } = this.find(typed, language);
    const meant = companies.map((id) => this.nameOf(id, language));
    return [...new Set([...beginning, ...meant, ...near, ...orderNames(folded, names).slice(0, MOST_NEAR)])];
  }

  nameOf(id: string, language: Language): string {
    return this.#base.entities.get(id)?.name[language] ?? id;
  }

  /** fuse.js orders them; whether they are alike at all is not left to it. */
  #near(unknown: string, language: Language): string[] {
    if (unknown === '') return [];
    const alike = this.names(language).filter((name) => {
      const folded = foldText(name);
      const limit = Math.floor(Math.max(unknown.length, folded.length) * MOST_DIFFERENT);
      return folded.includes(unknown) || editDistance(unknown, folded, limit) <= limit;
    });
    return orderNames(unknown, alike).slice(0, MOST_NEAR);
  }

  #companyOf(id: string): string | null {
    if (this.#known.has(id)) return id;
    const role = this.#base.entities.get(id)?.role;
    return role && this.#known.has(role.of) ? role.of : null;
  }
}
