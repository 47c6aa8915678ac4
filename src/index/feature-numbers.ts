/** Gives every feature name a number, so that what is computed from features compares no strings. */
export class FeatureNumbers {
  /** Number by name; the numbers are 0, 1, 2 … in the order in which names came. */
  readonly state: Map<string, number>;

  constructor(state: Map<string, number> = new Map()) {
    this.state = state;
  }

  get size(): number {
    return this.state.size;
  }

  /** The numbers of names that may be new. */
  add(names: readonly string[]): number[] {
    return names.map((name) => {
      const known = this.state.get(name);
      if (known !== undefined) return known;
      this.state.set(name, this.state.size);
      return this.state.size - 1;
    });
  }

  /** The numbers of the names that something has. */
  known(names: readonly string[]): number[] {
    const numbers: number[] = [];
    for (const name of names) {
      const number = this.state.get(name);
      if (number !== undefined) numbers.push(number);
    }
    return numbers;
  }

  /** Undefined where nothing has the name. */
  find(name: string): number | undefined {
    return this.state.get(name);
  }
}
