type Check = () => void;

/** Lets tests wait for a state of the server instead of for a while. */
export class Signal {
  readonly #checks = new Set<Check>();

  /** To be called after every change. */
  notify(): void {
    for (const check of [...this.#checks]) check();
  }

  /** The first value other than undefined that `find` gives, now or after a change; undefined once the time is over. */
  async find<T>(find: () => T | undefined, withinMs: number): Promise<T | undefined> {
    const found = find();
    if (found !== undefined) return found;
    return new Promise((resolve) => {
      const settle = (value: T | undefined) => {
        clearTimeout(timer);
        this.#checks.delete(check);
        resolve(value);
      };
      const check = () => {
        const value = find();
        if (value !== undefined) settle(value);
      };
      const timer = setTimeout(() => settle(undefined), withinMs);
      this.#checks.add(check);
    });
  }

  /** As `find`, but a test fails where nothing was found. */
  async until<T>(what: string, find: () => T | undefined, withinMs: number): Promise<T> {
    const found = await this.find(find, withinMs);
    if (found === undefined) throw new Error(`${what}: not within ${withinMs} ms`);
    return found;
  }
}
