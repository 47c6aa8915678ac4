import type { Wording } from './wording.ts';

/** Concepts that say what kind of thing is asked for: a number, a person, a date, a reason. */
export const QUESTION_KINDS = ['q-how-many', 'q-how-much', 'q-percentage', 'q-who', 'q-name', 'q-when', 'q-which-day', 'q-where', 'q-why', 'q-how', 'q-how-long', 'q-exact-words'] as const;

/** The kinds of thing that a text asks for, as places in `QUESTION_KINDS`. */
export function kindsIn({ concepts }: Wording): number[] {
  return QUESTION_KINDS.flatMap((kind, at) => (concepts.includes(kind) ? [at] : []));
}

/** For each target, which share of its phrasings asks for each kind. */
export class KindShares {
  readonly #shares: Float32Array;

  /** @param wordings of all phrasings, with the number of the target that each belongs to */
  constructor(wordings: readonly { readonly wording: Wording; readonly target: number }[], targets: number) {
    this.#shares = new Float32Array(targets * QUESTION_KINDS.length);
    const counts = new Uint32Array(targets);
    for (const { wording, target } of wordings) {
      counts[target] = (counts[target] ?? 0) + 1;
      for (const kind of kindsIn(wording)) this.#add(target * QUESTION_KINDS.length + kind, 1);
    }
    for (let cell = 0; cell < this.#shares.length; cell++) {
      this.#shares[cell] = (this.#shares[cell] ?? 0) / Math.max(1, counts[Math.floor(cell / QUESTION_KINDS.length)] ?? 1);
    }
  }

  /** From 0 (nobody asks this target for such a thing) to 1 (it is often asked); 0.5 where no kind is asked for. */
  fit(kinds: readonly number[], target: number): number {
    if (kinds.length === 0) return 0.5;
    const fits = kinds.map((kind) => Math.min(1, (this.#shares[target * QUESTION_KINDS.length + kind] ?? 0) / OFTEN));
    return fits.reduce((sum, fit) => sum + fit, 0) / fits.length;
  }

  #add(cell: number, value: number): void {
    this.#shares[cell] = (this.#shares[cell] ?? 0) + value;
  }
}

/** A kind that this share of the phrasings asks for is what the target is asked for. */
const OFTEN = 0.2;
