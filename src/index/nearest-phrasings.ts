import type { SparseVector } from './sparse-vector.ts';

/** The phrasing of one owner that is most like a text, by cosine of their vectors. */
export type Neighbour = { readonly phrasing: number; readonly similarity: number };

/** By owner: the phrasing that is most like a text (-1 where none shares anything with it), and how much. */
export class Neighbours {
  readonly phrasings: Int32Array;
  readonly similarities: Float32Array;

  constructor(owners: number) {
    this.phrasings = new Int32Array(owners).fill(-1);
    this.similarities = new Float32Array(owners);
  }

  get(owner: number): Neighbour | undefined {
    const phrasing = this.phrasings[owner] ?? -1;
    return phrasing < 0 ? undefined : { phrasing, similarity: this.similarities[owner] ?? 0 };
  }
}

/** Inverted index from columns to the phrasings that have them. Phrasings are placed owner by owner, so that the best of each is found in one pass. */
export type NearestState = {
  /** By place: the phrasing. */
  readonly order: Uint32Array;
  /** By owner: its first place; one more at the end. */
  readonly owned: Uint32Array;
  /** By column: its first entry in `places` and `values`; one more at the end. */
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
  readonly values: Float32Array;
};

export class NearestPhrasings {
  readonly state: NearestState;
  /** Used again for each search: a new one each time would be most of the garbage of a question. */
  readonly #similarities: Float32Array;

  /** @param owners for each vector, the number of the fact, gap or topic that it is a phrasing of */
  constructor(vectors: readonly SparseVector[], owners: readonly number[], columns: number, state: NearestState = invertPhrasings(vectors, owners, columns)) {
    this.state = state;
    this.#similarities = new Float32Array(state.order.length);
  }

  /** The nearest phrasing of each owner. */
  search(vector: SparseVector): Neighbours {
    this.#compare(vector);
    const owners = this.state.owned.length - 1;
    const neighbours = new Neighbours(owners);
    for (let owner = 0; owner < owners; owner++) this.#findBest(owner, neighbours);
    return neighbours;
  }

  #compare({ indices, values: weights }: SparseVector): void {
    const { starts, places, values } = this.state;
    const similarities = this.#similarities;
    similarities.fill(0);
    for (let at = 0; at < indices.length; at++) {
      const column = indices[at] ?? 0;
      const weight = weights[at] ?? 0;
      const end = starts[column + 1] ?? 0;
      for (let entry = starts[column] ?? 0; entry < end; entry++) {
        const place = places[entry] ?? 0;
        similarities[place] = (similarities[place] ?? 0) + weight * (values[entry] ?? 0);
      }
    }
  }

  #findBest(owner: number, { phrasings, similarities }: Neighbours): void {
    const { owned, order } = this.state;
    const all = this.#similarities;
    const end = owned[owner + 1] ?? 0;
    let best = 0;
    for (let place = owned[owner] ?? 0; place < end; place++) {
      const similarity = all[place] ?? 0;
      if (similarity <= best) continue;
      best = similarity;
      phrasings[owner] = order[place] ?? 0;
    }
    similarities[owner] = best;
  }
}

function invertPhrasings(vectors: readonly SparseVector[], owners: readonly number[], columns: number): NearestState {
  const order = Uint32Array.from(owners.keys()).sort((left, right) => (owners[left] ?? 0) - (owners[right] ?? 0) || left - right);
  const owned = startsOf(
    owners,
    owners.reduce((most, owner) => Math.max(most, owner + 1), 0),
  );
  const starts = startsOf(allColumns(vectors), columns);
  const next = starts.slice();
  const places = new Uint32Array(starts[columns] ?? 0);
  const values = new Float32Array(places.length);
  for (const [place, phrasing] of order.entries()) {
    const vector = vectors[phrasing];
    for (const [at, column] of vector?.indices.entries() ?? []) {
      const entry = next[column] ?? 0;
      places[entry] = place;
      values[entry] = vector?.values[at] ?? 0;
      next[column] = entry + 1;
    }
  }
  return { order, owned, starts, places, values };
}

function* allColumns(vectors: readonly SparseVector[]): Generator<number> {
  for (const { indices } of vectors) yield* indices;
}

/** Where each number's share begins when numbers are sorted; one more at the end. */
function startsOf(numbers: Iterable<number>, most: number): Uint32Array {
  const starts = new Uint32Array(most + 1);
  for (const number of numbers) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
  for (let number = 0; number < most; number++) starts[number + 1] = (starts[number + 1] ?? 0) + (starts[number] ?? 0);
  return starts;
}
