import type { Phrasing } from '../facts/fact.ts';
import type { FactBase } from '../facts/fact-base.ts';
import { entityNames, maskedEntityNames, topicalNames } from './feature-names.ts';
import { FeatureNumbers } from './feature-numbers.ts';
import { Lexicon } from './lexicon.ts';
import type { Lesson } from './phrasing-classifier.ts';
import { type KindsAsked, kindsIn } from './question-kinds.ts';
import { ownTexts, type Support, toSupport } from './support.ts';
import type { Target } from './target.ts';
import { type WordingReader, wordingKey } from './wording.ts';

/** No target has this number: two phrasings of different targets come to the same words. */
const AMBIGUOUS = -1;

/** What a phrasing may ask for: something that the documents say, or something that they do not. */
export const ANSWERABLE: readonly Target['kind'][] = ['fact', 'gap'];

/** Reads every phrasing once, and notes down all that is learned from it: reading is most of what building an index takes. */
export class LessonBook {
  readonly features = new FeatureNumbers();
  readonly lexicon = new Lexicon();
  readonly ofTargets: Lesson[] = [];
  readonly ofTopics: Lesson[] = [];
  readonly ofOwners: Lesson[] = [];
  /** Label = place in `ANSWERABLE`. */
  readonly ofAnswerable: Lesson[] = [];
  /** Number by company. */
  readonly owners: ReadonlyMap<string | null, number>;
  readonly kinds: KindsAsked[] = [];
  readonly factStems = new Set<string>();
  readonly exact = new Map<string, number>();
  readonly supports = new Map<number, Support>();
  readonly #base: FactBase;
  readonly #reader: WordingReader;

  constructor(base: FactBase, reader: WordingReader, owners: readonly (string | null)[]) {
    this.owners = new Map(owners.map((owner, number) => [owner, number]));
    this.#base = base;
    this.#reader = reader;
  }

  /** @param topic its topic's number */
  addTarget(target: Target, topic: number): void {
    if (target.phrasings.length === 0) return;
    const asked: string[] = [];
    for (const phrasing of target.phrasings) for (const name of this.#addPhrasing(phrasing, target, topic)) asked.push(name);
    const wordings = ownTexts(target).map((text) => this.#reader.read(text, null));
    const names = { held: wordings.flatMap(topicalNames), asked };
    this.supports.set(
      target.number,
      toSupport(target, wordings, names, (words) => this.features.add(words)),
    );
    if (target.kind === 'fact') for (const { stems } of wordings) for (const stem of stems) this.factStems.add(stem);
  }

  /** A phrasing of a topic, its slot filled with some company's name. */
  addTopic(phrasing: Phrasing, topic: number): void {
    const wording = this.#reader.read(phrasing.text, null);
    this.lexicon.add(wording, phrasing.language);
    this.ofTopics.push({ features: this.features.add([...topicalNames(wording), ...maskedEntityNames(wording, this.#base.entities)]), label: topic });
  }

  /** @returns the names that it has whatever it names */
  #addPhrasing({ text, language }: Phrasing, target: Target, topic: number): readonly string[] {
    const wording = this.#reader.read(text, null);
    const names = topicalNames(wording);
    const topical = this.features.add(names);
    this.lexicon.add(wording, language);
    this.kinds.push({ target: target.number, kinds: kindsIn(wording) });
    const masked = [...topical, ...this.features.add(maskedEntityNames(wording, this.#base.entities))];
    const named = [...topical, ...this.features.add(entityNames(wording, this.#base.entities))];
    this.ofTargets.push({ features: named, label: target.number });
    this.ofAnswerable.push({ features: named, label: ANSWERABLE.indexOf(target.kind) });
    this.ofOwners.push({ features: masked, label: this.owners.get(target.company) ?? 0 });
    this.#addExact(wordingKey(wording), target.number);
    if (target.kind === 'fact') {
      this.ofTopics.push({ features: masked, label: topic });
      for (const stem of wording.stems) this.factStems.add(stem);
    }
    return names;
  }

  #addExact(key: string, target: number): void {
    this.exact.set(key, (this.exact.get(key) ?? target) === target ? target : AMBIGUOUS);
  }
}
