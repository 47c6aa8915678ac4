import type { Wording } from './wording.ts';

/** Concepts that say what kind of thing is asked for: a number, a person, a date, a reason. */
const QUESTION_KINDS = [
  'q-how-many',
  'q-how-much',
  'q-percentage',
  'q-who',
  'q-name',
  'q-when',
  'q-which-day',
  'q-where',
  'q-why',
  'q-how',
  'q-how-long',
  'q-exact-words',
] as const;

/** The kinds of thing that a text asks for, as places in `QUESTION_KINDS`. */
export function kindsIn({ concepts }: Wording): number[] {
  return QUESTION_KINDS.flatMap((kind, at) => (concepts.includes(kind) ? [at] : []));
}

/** A phrasing's target, and the kinds of thing that it asks for. */
export type KindsAsked = { readonly target: number; readonly kinds: readonly number[] };

/** For each target one after the other, which share of its phrasings asks for each kind. Empty where there are no phrasings. */
export function shareKinds(asked: readonly KindsAsked[], targets: number): Float32Array {
  if (asked.length === 0) return new Float32Array(0);
  const shares = new Float32Array(targets * QUESTION_KINDS.length);
  const counts = new Uint32Array(targets);
  for (const { target, kinds } of asked) {
    counts[target] = (counts[target] ?? 0) + 1;
    for (const kind of kinds) {
      const cell = target * QUESTION_KINDS.length + kind;
      shares[cell] = (shares[cell] ?? 0) + 1;
    }
  }
  return shares.map((count, cell) => count / Math.max(1, counts[Math.floor(cell / QUESTION_KINDS.length)] ?? 1));
}

export class KindShares {
  /** As `shareKinds` gives it. */
  readonly state: Float32Array;

  constructor(state: Float32Array) {
    this.state = state;
  }

  /** From 0 (nobody asks this target for such a thing) to 1 (it is often asked); 0.5 where no kind is asked for. */
  fit(kinds: readonly number[], target: number): number {
    if (kinds.length === 0) return 0.5;
    let sum = 0;
    for (const kind of kinds) sum += Math.min(1, (this.state[target * QUESTION_KINDS.length + kind] ?? 0) / OFTEN);
    return sum / kinds.length;
  }
}

/** A kind that this share of the phrasings asks for is what the target is asked for. */
const OFTEN = 0.2;
