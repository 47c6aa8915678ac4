const ROUNDS = 3_000;
const RATE = 1;
const RIDGE = 1e-3;

/** Predicts yes or no from a few numbers: plain gradient descent over standardised traits, lightly ridged. */
export class LogisticRegression {
  readonly #means: readonly number[];
  readonly #spreads: readonly number[];
  #weights: number[];
  #bias = 0;

  constructor(rows: readonly (readonly number[])[], answers: readonly boolean[]) {
    const columns = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0));
    this.#means = columns.map(mean);
    this.#spreads = columns.map((values, column) => Math.sqrt(mean(values.map((value) => (value - (this.#means[column] ?? 0)) ** 2))) || 1);
    this.#weights = columns.map(() => 0);
    const standard = rows.map((row) => this.#standardise(row));
    for (let round = 0; round < ROUNDS; round++) this.#step(standard, answers);
  }

  probability(row: readonly number[]): number {
    return this.#predict(this.#standardise(row));
  }

  #standardise(row: readonly number[]): number[] {
    return row.map((value, column) => (value - (this.#means[column] ?? 0)) / (this.#spreads[column] ?? 1));
  }

  #predict(row: readonly number[]): number {
    return 1 / (1 + Math.exp(-row.reduce((sum, value, column) => sum + value * (this.#weights[column] ?? 0), this.#bias)));
  }

  #step(rows: readonly (readonly number[])[], answers: readonly boolean[]): void {
    const gradient = this.#weights.map((weight) => RIDGE * weight);
    let bias = 0;
    for (const [at, row] of rows.entries()) {
      const error = (this.#predict(row) - (answers[at] ? 1 : 0)) / rows.length;
      bias += error;
      for (const [column, value] of row.entries()) gradient[column] = (gradient[column] ?? 0) + error * value;
    }
    this.#bias -= RATE * bias;
    this.#weights = this.#weights.map((weight, column) => weight - RATE * (gradient[column] ?? 0));
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
