/** Platforms deliver again what they believe was lost, for up to an hour. */
const REMEMBERED_MS = 60 * 60 * 1_000;
const MOST = 50_000;

/** Which deliveries there were: each is served once. */
export class Deliveries {
  readonly #now: () => number;
  /** When each came, oldest first. */
  readonly #seen = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether it is the first of its name. */
  isNew(delivery: string): boolean {
    this.#forget();
    if (this.#seen.has(delivery)) return false;
    this.#seen.set(delivery, this.#now());
    return true;
  }

  #forget(): void {
    const oldest = this.#now() - REMEMBERED_MS;
    for (const [delivery, came] of this.#seen) {
      if (came >= oldest && this.#seen.size < MOST) return;
      this.#seen.delete(delivery);
    }
  }
}
