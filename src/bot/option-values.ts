import { AppError } from '../errors.ts';

/** What somebody gave a command, checked against its definition: texts as typed, companies by entity id. */
export class OptionValues {
  readonly #values: ReadonlyMap<string, readonly string[]>;

  constructor(values: ReadonlyMap<string, readonly string[]>) {
    this.#values = values;
  }

  /** The value of a required option. */
  one(name: string): string {
    const [value] = this.all(name);
    if (value === undefined) throw new AppError('NO_SUCH_OPTION', `a command reads its option "${name}", which is not there: declare it as required`);
    return value;
  }

  /** The values of an option that may be left out or repeated. */
  all(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }

  /** Whether a boolean option was set. */
  has(name: string): boolean {
    return this.#values.has(name);
  }
}
