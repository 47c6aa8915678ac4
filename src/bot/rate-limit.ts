const WINDOW_MS = 60_000;
const MOST_PEOPLE = 10_000;

/** So many requests a minute for each person. */
export class RateLimit {
  readonly #most: number;
  readonly #now: () => number;
  readonly #times = new Map<string, readonly number[]>();

  constructor(most: number, now: () => number) {
    this.#most = most;
    this.#now = now;
  }

  /** Seconds until the person may ask again: 0 where they may now, which counts. */
  wait(person: string): number {
    const now = this.#now();
    const recent = (this.#times.get(person) ?? []).filter((time) => time > now - WINDOW_MS);
    const [oldest] = recent;
    if (recent.length >= this.#most && oldest !== undefined) return Math.ceil((oldest + WINDOW_MS - now) / 1_000);
    // Last in the map is who asked last; whoever has not asked for longest is forgotten first.
    this.#times.delete(person);
    this.#times.set(person, [...recent, now]);
    const [first] = this.#times.keys();
    if (this.#times.size > MOST_PEOPLE && first !== undefined) this.#times.delete(first);
    return 0;
  }
}
