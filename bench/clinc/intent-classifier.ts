import type { Entity } from '../../src/facts/entity.ts';
import { EntityIndex } from '../../src/index/entity-index.ts';
import { featureNames } from '../../src/index/feature-names.ts';
import { LinearClassifier } from '../../src/index/linear-classifier.ts';
import { NearestPhrasings } from '../../src/index/nearest-phrasings.ts';
import { orderNames } from '../../src/index/order-names.ts';
import { Vectoriser } from '../../src/index/sparse-vector.ts';
import { WordingReader } from '../../src/index/wording.ts';
import type { Utterance } from './clinc-data.ts';

const EPOCHS = 10;
const NEAREST_WEIGHT = 0.5;
const NO_ENTITIES: ReadonlyMap<string, Entity> = new Map();

/** What is believed of one request: its likeliest intent, and the traits that tell whether it is any of them. */
export type Belief = { readonly intent: string; readonly traits: readonly number[] };

/** The project's topic classifier without entities and concepts: linear and nearest neighbours over the same features. */
export class IntentClassifier {
  readonly #reader = new WordingReader(NO_ENTITIES, new EntityIndex([], orderNames), []);
  readonly #intents: readonly string[];
  readonly #vectoriser: Vectoriser;
  readonly #linear: LinearClassifier;
  readonly #nearest: NearestPhrasings;

  constructor(utterances: readonly Utterance[]) {
    this.#intents = [...new Set(utterances.map(([, intent]) => intent))];
    const numbers = new Map(this.#intents.map((intent, number) => [intent, number]));
    const names = utterances.map(([text]) => this.#namesIn(text));
    this.#vectoriser = new Vectoriser(names);
    const vectors = names.map((own) => this.#vectoriser.vector(own));
    const labels = utterances.map(([, intent]) => numbers.get(intent) ?? 0);
    const examples = vectors.map((vector, at) => ({ vector, label: labels[at] ?? 0 }));
    this.#linear = new LinearClassifier(examples, this.#intents.length, this.#vectoriser.features, { epochs: EPOCHS });
    this.#nearest = new NearestPhrasings(vectors, labels, this.#vectoriser.features);
  }

  read(text: string): Belief {
    const names = this.#namesIn(text);
    const vector = this.#vectoriser.vector(names);
    const scores = new Float32Array(this.#linear.classes);
    this.#linear.score(vector, scores);
    const nearest = this.#nearest.search(vector);
    const similarities = Float32Array.from(scores, (_, label) => nearest.get(label)?.similarity ?? 0);
    const fused = scores.map((score, label) => score + NEAREST_WEIGHT * (similarities[label] ?? 0));
    const [first, second] = bestTwo(fused);
    const known = names.length === 0 ? 0 : names.filter((name) => this.#vectoriser.idf(name) > 0).length / names.length;
    return {
      intent: this.#intents[first] ?? '',
      traits: [
        scores[first] ?? 0,
        (fused[first] ?? 0) - (fused[second] ?? 0),
        similarities[first] ?? 0,
        Math.max(...similarities) - (similarities[first] ?? 0),
        known,
        knownWords(names, this.#vectoriser),
        Math.log(1 + vector.indices.length),
      ],
    };
  }

  #namesIn(text: string): string[] {
    return featureNames(this.#reader.read(text, null), NO_ENTITIES, true);
  }
}

function knownWords(names: readonly string[], vectoriser: Vectoriser): number {
  const words = names.filter((name) => name.startsWith('w:'));
  return words.length === 0 ? 0 : words.filter((name) => vectoriser.idf(name) > 0).length / words.length;
}

function bestTwo(scores: Float32Array): [number, number] {
  let [first, second] = [0, -1];
  for (const [label, score] of scores.entries()) {
    if (score > (scores[first] ?? 0)) [first, second] = [label, first];
    else if (label !== first && (second < 0 || score > (scores[second] ?? 0))) second = label;
  }
  return [first, second];
}
