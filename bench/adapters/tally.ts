/** How often each event was answered. Answers may come before it is known which event they belong to. */
export class Tally {
  readonly #events = new Set<string>();
  readonly #answers = new Map<string, number>();
  #answered = 0;

  expect(event: string): void {
    if (this.#answers.has(event) && !this.#events.has(event)) this.#answered += 1;
    this.#events.add(event);
  }

  note(event: string): void {
    const before = this.#answers.get(event) ?? 0;
    this.#answers.set(event, before + 1);
    if (before === 0 && this.#events.has(event)) this.#answered += 1;
  }

  get expected(): number {
    return this.#events.size;
  }

  /** Events with at least one answer. */
  get answered(): number {
    return this.#answered;
  }

  get unanswered(): number {
    return this.expected - this.#answered;
  }

  /** Events without an answer, for whoever looks for the reason. */
  missing(): string[] {
    return [...this.#events].filter((event) => !this.#answers.has(event));
  }

  /** Events with more than one answer. */
  get answeredAgain(): number {
    return [...this.#answers].filter(([event, times]) => times > 1 && this.#events.has(event)).length;
  }

  /** Answers to nothing. */
  get unasked(): number {
    return [...this.#answers.keys()].filter((event) => !this.#events.has(event)).length;
  }
}
